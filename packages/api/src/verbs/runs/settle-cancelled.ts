import { runs } from "@longhand/db";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import { publishEnd } from "./publish-end.ts";

/** Who may answer a cancel: the take that was at work, or the engine run between two steps. */
export type Canceller = { readonly epoch: number } | { readonly engineRunId: string };

/**
 * Settle a run that was asked to stop: what was said stays as a stopped message, versions already made stay.
 *
 * @returns false when the run was not asked to stop or somebody else has settled or taken it.
 */
export async function settleCancelled(ctx: Context, runId: string, by: Canceller): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const [run] = await tx.db
      .update(runs)
      .set({ status: "cancelled", settledAt: sql`now()`, leaseEpoch: sql`${runs.leaseEpoch} + 1` })
      .where(
        and(
          eq(runs.id, runId),
          eq(runs.status, "running"),
          isNotNull(runs.cancelRequestedAt),
          "epoch" in by ? eq(runs.leaseEpoch, by.epoch) : eq(runs.engineRunId, by.engineRunId),
        ),
      )
      .returning();
    if (run === undefined) return false;
    await publishEnd(tx, run);
    return true;
  });
}

import { runs } from "@longhand/db";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import type { RunError } from "./contract.ts";
import type { Lease } from "./lease.ts";
import { isHeldBy } from "./lease.ts";
import { publishEnd } from "./publish-end.ts";
import { runFailure } from "./run-failures.ts";

/** Remember why this take failed, for the case that no repeat follows. Not shown while the run goes on. */
export async function noteFailure(ctx: Context, lease: Lease, error: RunError): Promise<void> {
  await ctx.db
    .update(runs)
    .set({ error: { ...error } })
    .where(isHeldBy(lease));
}

/**
 * Settle a run whose engine run has failed for good, with the reason its last take noted. The
 * person's message stays; a run that was asked to stop counts as cancelled.
 */
export async function failRun(
  ctx: Context,
  failed: { readonly runId: string; readonly dispatch: number; readonly engineRunId: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [run] = await tx.db
      .update(runs)
      .set({
        status: sql`case when ${runs.cancelRequestedAt} is null then 'failed' else 'cancelled' end`,
        settledAt: sql`now()`,
        leaseEpoch: sql`${runs.leaseEpoch} + 1`,
        error: sql`coalesce(${runs.error}, ${JSON.stringify(runFailure("internal"))}::jsonb)`,
      })
      .where(
        and(
          eq(runs.id, failed.runId),
          eq(runs.userId, tx.actor.userId),
          eq(runs.dispatch, failed.dispatch),
          inArray(runs.status, ["queued", "running"]),
          or(isNull(runs.engineRunId), eq(runs.engineRunId, failed.engineRunId)),
        ),
      )
      .returning();
    if (run !== undefined) await publishEnd(tx, run);
  });
}

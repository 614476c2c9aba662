import { runs } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { isHeldBy, LeaseLost, whyLost, type Lease } from "./lease.ts";
import { publishEnd } from "./publish-end.ts";

/**
 * End a run well. `before` writes the last words in the same transaction, so nobody sees the run ended without them.
 * For a run that has already succeeded nothing happens: the step is a repeat.
 *
 * @throws {LeaseLost} when the run is somebody else's by now; nothing is written.
 */
export async function settleRun(ctx: Context, lease: Lease, before: (tx: TxContext) => Promise<void>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [run] = await tx.db
      .update(runs)
      .set({ status: "succeeded", settledAt: sql`now()`, error: null })
      .where(isHeldBy(lease))
      .returning();
    if (run === undefined) {
      const [now] = await tx.db.select({ status: runs.status }).from(runs).where(eq(runs.id, lease.runId));
      if (now?.status === "succeeded") return;
      throw new LeaseLost(await whyLost(tx, lease));
    }
    await before(tx);
    await publishEnd(tx, run);
  });
}

import { runs } from "@longhand/db";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import type { RunRef, RunView } from "./contract.ts";
import { getRun } from "./get-run.ts";
import { orderCancel } from "./job-events.ts";
import { publishEnd } from "./publish-end.ts";
import { noWorkerAfterSeconds } from "./run-timing.ts";

/**
 * Ask a run to stop. A queued one, one that waits to be tried again, and one whose
 * worker gives no sign of life is settled here; a working one hears of it within a second, keeps what it has said
 * and settles itself. Repeated and late cancels change nothing.
 *
 * @returns the run as it stands now.
 * @throws {AppError} `not_found`.
 */
export async function cancelRun(ctx: Context, input: RunRef): Promise<RunView> {
  return inTransaction(ctx, async (tx) => {
    // An error on a running run says that its last take has failed and the next one is still planned.
    const unheard = sql`(${runs.status} = 'queued' or ${runs.error} is not null or ${runs.heartbeatAt} < clock_timestamp() - make_interval(secs => ${noWorkerAfterSeconds}))`;
    const [run] = await tx.db
      .update(runs)
      .set({
        cancelRequestedAt: sql`now()`,
        status: sql`case when ${unheard} then 'cancelled' else ${runs.status} end`,
        settledAt: sql`case when ${unheard} then now() end`,
        leaseEpoch: sql`${runs.leaseEpoch} + case when ${unheard} then 1 else 0 end`,
        updatedAt: sql`now()`,
      })
      .where(
        and(
          eq(runs.id, input.runId),
          eq(runs.userId, ctx.actor.userId),
          inArray(runs.status, ["queued", "running"]),
          isNull(runs.cancelRequestedAt),
        ),
      )
      .returning();
    if (run !== undefined) {
      if (run.status === "cancelled") await publishEnd(tx, run);
      await orderCancel(tx, run.id);
      const { sessionId } = run;
      if (sessionId !== null) tx.afterCommit(() => tx.wake.session(sessionId));
    }
    return getRun(tx, input);
  });
}

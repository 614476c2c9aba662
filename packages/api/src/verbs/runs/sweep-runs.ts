import { runs } from "@longhand/db";
import { and, eq, isNull, lt, sql, type SQL } from "drizzle-orm";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import type { RunKind } from "./contract.ts";
import { orderRun } from "./job-events.ts";
import { publishEnd } from "./publish-end.ts";
import { runFailure, type RunFailureCode } from "./run-failures.ts";
import * as timing from "./run-timing.ts";
import { actFor, type SystemContext } from "./system-context.ts";
import type { RunRow } from "./to-run-view.ts";

/** Key of the advisory lock that lets one process sweep at a time; any constant nobody else uses. */
const sweepLock = 7_304_118_226;
/** Runs repaired in one sweep for each finding. */
const perFinding = 100;

/** Whether the executor still has work planned for an engine run; absent for an executor that cannot be asked. */
export type IsWaiting = (engineRunId: string) => Promise<boolean>;

/** What a sweep did, for the log. */
export interface Swept {
  readonly cancelled: number;
  readonly failed: number;
  readonly sentAgain: number;
}

/**
 * Repair runs that nobody works on: settle unanswered cancels, runs that took too
 * long and dispatches that came to nothing; send a run whose worker is lost once
 * more, then give up. Every repair is one statement that names the state it was
 * found in, so a worker that comes back finds itself fenced.
 *
 * @returns undefined when another process is sweeping.
 */
export async function sweepRuns(base: SystemContext, isWaiting: IsWaiting | undefined): Promise<Swept | undefined> {
  // Each repair acts for the run's own owner; the actor here owns nothing.
  return inTransaction(actFor(base, "00000000-0000-0000-0000-000000000000"), async (tx) => {
    const [lock] = await tx.db.execute<{ won: boolean }>(sql`select pg_try_advisory_xact_lock(${sweepLock}) as won`);
    if (lock?.won !== true) return undefined;
    const cancelled = await settleAll(
      tx,
      { status: "cancelled" },
      and(eq(runs.status, "running"), lt(runs.cancelRequestedAt, ago(timing.cancelTooLongSeconds))),
    );
    const timedOut = await settleAll(
      tx,
      failedWith("timed_out"),
      and(
        eq(runs.status, "running"),
        lt(
          runs.startedAt,
          sql`now() - make_interval(secs => case ${runs.kind} when 'chat' then ${timing.chatTooLongSeconds}::float8 else ${timing.batchTooLongSeconds}::float8 end)`,
        ),
      ),
    );
    const undelivered = await settleAll(
      tx,
      failedWith("dispatch_failed"),
      and(eq(runs.status, "queued"), lt(runs.createdAt, ago(timing.queuedTooLongSeconds))),
    );
    const lost = await repairLost(tx, isWaiting);
    return { cancelled, failed: timedOut + undelivered + lost.failed, sentAgain: lost.sentAgain };
  });
}

async function repairLost(
  tx: TxContext,
  isWaiting: IsWaiting | undefined,
): Promise<{ failed: number; sentAgain: number }> {
  const silentFor = isWaiting === undefined ? timing.silentTooLongUnaskedSeconds : timing.silentTooLongSeconds;
  const silent = and(
    eq(runs.status, "running"),
    isNull(runs.cancelRequestedAt),
    lt(runs.heartbeatAt, sql`clock_timestamp() - make_interval(secs => ${silentFor})`),
  );
  const found = await tx.db.select().from(runs).where(silent).orderBy(runs.heartbeatAt).limit(perFinding);
  let failed = 0;
  let sentAgain = 0;
  for (const run of found) {
    if (run.engineRunId !== null && (await isWaiting?.(run.engineRunId)) === true) continue;
    const asFound = and(eq(runs.id, run.id), eq(runs.leaseEpoch, run.leaseEpoch), silent);
    if (run.dispatch >= timing.lastDispatch) failed += await settleAll(tx, failedWith("worker_lost"), asFound);
    else sentAgain += (await sendAgain(tx, run, asFound)) ? 1 : 0;
  }
  return { failed, sentAgain };
}

async function sendAgain(tx: TxContext, run: RunRow, asFound: SQL | undefined): Promise<boolean> {
  const [freed] = await tx.db
    .update(runs)
    .set({
      leaseEpoch: sql`${runs.leaseEpoch} + 1`,
      dispatch: sql`${runs.dispatch} + 1`,
      engineRunId: null,
      heartbeatAt: sql`clock_timestamp()`,
    })
    .where(asFound)
    .returning();
  if (freed === undefined) return false;
  await orderRun(tx, {
    runId: freed.id,
    dispatchId: freed.dispatch,
    userId: freed.userId,
    kind: freed.kind as RunKind,
  });
  return true;
}

type Ending =
  | { readonly status: "cancelled" }
  | { readonly status: "failed"; readonly error: Record<string, string | boolean> };

function failedWith(code: RunFailureCode): Ending {
  return { status: "failed", error: { ...runFailure(code) } };
}

async function settleAll(tx: TxContext, ending: Ending, where: SQL | undefined): Promise<number> {
  const settled = await tx.db
    .update(runs)
    .set({ ...ending, settledAt: sql`now()`, leaseEpoch: sql`${runs.leaseEpoch} + 1` })
    .where(where)
    .returning();
  for (const run of settled) await publishEnd({ ...tx, actor: { kind: "system", userId: run.userId } }, run);
  return settled.length;
}

function ago(seconds: number) {
  return sql`now() - make_interval(secs => ${seconds})`;
}

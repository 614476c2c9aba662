import { outbox } from "@longhand/db";
import { sql } from "drizzle-orm";
import type { TxContext } from "../../base/transaction.ts";
import type { RunKind } from "./contract.ts";
import { tellCancelAfterSeconds } from "./run-timing.ts";

/** Sent once per dispatch of a run. */
export const runRequested = "session/run.requested";
/** Sent when a run is to be stopped; housekeeping for the executor, since the run's row has decided. */
export const runCancelled = "session/run.cancelled";

/** The run a job works on. A run is dispatched a second time, with a greater `dispatchId`, when its worker was lost. */
export interface RunRequest {
  readonly runId: string;
  readonly dispatchId: number;
  readonly userId: string;
  readonly kind: RunKind;
}

/** Order a run's work in the transaction that made or freed it. A repeated order of the same dispatch is one order. */
export async function orderRun(tx: TxContext, request: RunRequest): Promise<void> {
  await order(tx, request.runId, `${request.runId}:${request.dispatchId}`, {
    name: runRequested,
    data: { ...request },
  });
}

/**
 * Tell the executor that a run is over, so that it ends what it still has planned. Only after a while: a step that
 * begins meanwhile is what settles the run, and an executor that had dropped it would leave that to the watchdog.
 */
export async function orderCancel(tx: TxContext, runId: string): Promise<void> {
  await order(tx, runId, `${runId}:cancel`, { name: runCancelled, data: { runId } }, tellCancelAfterSeconds);
}

async function order(
  tx: TxContext,
  targetId: string,
  dedupeKey: string,
  payload: { name: string; data: Record<string, string | number> },
  afterSeconds = 0,
): Promise<void> {
  const availableAt = sql`now() + make_interval(secs => ${afterSeconds})`;
  await tx.db
    .insert(outbox)
    .values({ kind: "job", targetId, dedupeKey, payload, availableAt })
    .onConflictDoNothing({ target: outbox.dedupeKey });
  tx.afterCommit(() => tx.wake.outbox());
}

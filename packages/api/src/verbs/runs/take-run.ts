import { runs } from "@longhand/db";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import type { RunKind } from "./contract.ts";
import type { Lease } from "./lease.ts";

/** Which run is taken, and on whose behalf. */
export interface Take {
  readonly runId: string;
  readonly dispatch: number;
  readonly engineRunId: string;
  /** True when the executor runs the same step again. */
  readonly repeat: boolean;
}

/**
 * Win the lease of a run: first statement of every step. The newest take wins and
 * the older one is fenced. The first take of all says `run.started`.
 *
 * @returns the lease, or undefined when the run is settled, cancelled, deleted, dispatched again or another engine run's.
 */
export async function takeRun(ctx: Context, take: Take): Promise<Lease | undefined> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(runs)
      .set({
        status: "running",
        leaseEpoch: sql`${runs.leaseEpoch} + 1`,
        engineRunId: take.engineRunId,
        attempts: sql`${runs.attempts} + ${take.repeat ? 1 : 0}`,
        heartbeatAt: sql`clock_timestamp()`,
        // Noted by a take that failed: from now on somebody is at work again.
        error: null,
        startedAt: sql`coalesce(${runs.startedAt}, now())`,
        updatedAt: sql`now()`,
      })
      .where(
        and(
          eq(runs.id, take.runId),
          eq(runs.userId, tx.actor.userId),
          eq(runs.dispatch, take.dispatch),
          inArray(runs.status, ["queued", "running"]),
          isNull(runs.cancelRequestedAt),
          or(isNull(runs.engineRunId), eq(runs.engineRunId, take.engineRunId)),
        ),
      )
      .returning();
    if (row === undefined || row.sessionId === null) return undefined;
    const { sessionId } = row;
    if (row.leaseEpoch === 1)
      await appendSessionEvents(tx, sessionId, [
        { kind: "run.started", runId: row.id, payload: { runId: row.id, kind: row.kind as RunKind } },
      ]);
    return { runId: row.id, epoch: row.leaseEpoch, sessionId, campaignId: row.campaignId, userId: row.userId };
  });
}

import { runs } from "@longhand/db";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import type { TxContext } from "../../base/transaction.ts";

/** A take's right to write for a run. It ends when somebody takes the run again, cancels it, settles it or deletes it. */
export interface Lease {
  readonly runId: string;
  /** Rises with every take; also the attempt stamp of the events written under it. */
  readonly epoch: number;
  readonly sessionId: string;
  readonly campaignId: string;
  readonly userId: string;
}

/** cancelled: somebody asked the run to stop. fenced: a newer take works on it. over: it is settled or deleted. */
export type LossReason = "cancelled" | "fenced" | "over";

/** A write was refused because the lease is gone. Nothing was written. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
  readonly reason: LossReason;
  constructor(reason: LossReason) {
    super(`The run's lease is gone: ${reason}`);
    this.reason = reason;
  }
}

/** The condition under which a lease still holds; `runs` is the updated table. */
export function isHeldBy(lease: Lease) {
  return and(
    eq(runs.id, lease.runId),
    eq(runs.leaseEpoch, lease.epoch),
    eq(runs.status, "running"),
    isNull(runs.cancelRequestedAt),
  );
}

/**
 * Lock the run's row for this lease: first statement of every transaction that
 * writes for a run, so that nobody can take, cancel or settle it before the commit.
 *
 * @throws {LeaseLost}
 */
export async function holdLease(tx: TxContext, lease: Lease): Promise<{ baseRevision: number }> {
  const [row] = await tx.db
    .update(runs)
    .set({ heartbeatAt: sql`clock_timestamp()` })
    .where(isHeldBy(lease))
    .returning({ baseRevision: runs.baseRevision });
  if (row === undefined) throw new LeaseLost(await whyLost(tx, lease));
  return { baseRevision: row.baseRevision ?? 0 };
}

/**
 * A sign of life, and a look whether the lease still holds.
 *
 * @throws {LeaseLost}
 */
export async function beatLease(ctx: Context, lease: Lease): Promise<void> {
  const rows = await ctx.db
    .update(runs)
    .set({ heartbeatAt: sql`clock_timestamp()` })
    .where(isHeldBy(lease))
    .returning({ id: runs.id });
  if (rows.length === 0) throw new LeaseLost(await whyLost(ctx, lease));
}

/** What ended a lease whose statement has matched no row. */
export async function whyLost(ctx: Context, lease: Lease): Promise<LossReason> {
  const [row] = await ctx.db
    .select({ status: runs.status, epoch: runs.leaseEpoch, cancelRequestedAt: runs.cancelRequestedAt })
    .from(runs)
    .where(eq(runs.id, lease.runId));
  if (row === undefined || row.status !== "running") return "over";
  return row.epoch === lease.epoch && row.cancelRequestedAt !== null ? "cancelled" : "fenced";
}

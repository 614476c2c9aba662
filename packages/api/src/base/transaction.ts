import type { Tx } from "@longhand/db";
import type { Context } from "./context.ts";

/** A context whose `db` is an open transaction. */
export interface TxContext extends Context {
  readonly db: Tx;
  /** Run after the commit; signals belong here, since a reader woken before it would find nothing. */
  readonly afterCommit: (work: () => void) => void;
}

/** A deadlock ends one of its transactions, and the other is through before that one has begun again; more is bad luck. */
const attempts = 4;

/**
 * Run `work` in the transaction of `ctx`, or in a new one. After-commit work of a joined transaction waits for the outer commit.
 *
 * A new transaction that has only met another one, and of which nothing has happened, is done again from its beginning:
 * one that Postgres chose to end a deadlock, and one that refers to a row deleted since it looked, which then finds out.
 */
export async function inTransaction<T>(
  ctx: Context,
  work: (tx: TxContext) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  if (isTxContext(ctx)) return work(ctx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(ctx, work, options);
    } catch (error) {
      if (attempt === attempts || !hasMetAnother(error)) throw error;
    }
  }
}

interface TransactionOptions {
  readonly isolationLevel?: "repeatable read";
  readonly accessMode?: "read only";
}

async function runOnce<T>(
  ctx: Context,
  work: (tx: TxContext) => Promise<T>,
  options: TransactionOptions | undefined,
): Promise<T> {
  const after: (() => void)[] = [];
  const result = await ctx.db.transaction(
    (db) => work({ ...ctx, db: db as Tx, afterCommit: (signal) => after.push(signal) }),
    options,
  );
  for (const signal of after) signal();
  return result;
}

const deadlock = "40P01";
const referredRowGone = "23503";

/** Drizzle wraps the driver's error. */
function hasMetAnother(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return false;
  return cause.code === deadlock || cause.code === referredRowGone;
}

function isTxContext(ctx: Context): ctx is TxContext {
  return "afterCommit" in ctx;
}

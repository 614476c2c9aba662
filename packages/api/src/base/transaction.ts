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
 * A new transaction that Postgres has chosen to end a deadlock is done again from its beginning: nothing of it has happened.
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
      if (attempt === attempts || !isDeadlock(error)) throw error;
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

/** Drizzle wraps the driver's error. */
function isDeadlock(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "40P01";
}

function isTxContext(ctx: Context): ctx is TxContext {
  return "afterCommit" in ctx;
}

import type { Tx } from "@longhand/db";
import type { Context } from "./context.ts";

/** A context whose `db` is an open transaction. */
export interface TxContext extends Context {
  readonly db: Tx;
  /** Run after the commit; signals belong here, since a reader woken before it would find nothing. */
  readonly afterCommit: (work: () => void) => void;
}

/** Run `work` in the transaction of `ctx`, or in a new one. After-commit work of a joined transaction waits for the outer commit. */
export async function inTransaction<T>(
  ctx: Context,
  work: (tx: TxContext) => Promise<T>,
  options?: { readonly isolationLevel?: "repeatable read"; readonly accessMode?: "read only" },
): Promise<T> {
  if (isTxContext(ctx)) return work(ctx);
  const after: (() => void)[] = [];
  const result = await ctx.db.transaction(
    (db) => work({ ...ctx, db: db as Tx, afterCommit: (signal) => after.push(signal) }),
    options,
  );
  for (const signal of after) signal();
  return result;
}

function isTxContext(ctx: Context): ctx is TxContext {
  return "afterCommit" in ctx;
}

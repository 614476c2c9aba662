import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import type { SessionRef, SessionView } from "./contract.ts";
import { loadSession } from "./load-session.ts";

/**
 * The whole session, read in one database snapshot, so that nobody sees it idle without its last message.
 *
 * @throws {AppError} `not_found`.
 */
export async function getSession(ctx: Context, input: SessionRef): Promise<SessionView> {
  return inTransaction(ctx, (tx) => loadSession(tx, input.sessionId), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

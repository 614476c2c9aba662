import { aiChatSessions } from "@longhand/db";
import { eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import { revisionConflict } from "./revision-conflict.ts";
import { lockSession } from "./update-session.ts";

/**
 * Delete a session with its runs, versions and log, and free its node. A working run loses its row with it, so its next
 * write matches nothing and it stops.
 *
 * @throws {AppError} `not_found`, also for the second time; `revision_conflict` when `ifRevision` is not the session's.
 */
export async function removeSession(
  ctx: Context,
  input: { readonly sessionId: string; readonly ifRevision?: number | undefined },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, input.sessionId);
    if (input.ifRevision !== undefined && input.ifRevision !== session.revision)
      throw await revisionConflict(tx, session.id);
    await tx.db.delete(aiChatSessions).where(eq(aiChatSessions.id, session.id));
    tx.afterCommit(() => tx.wake.session(session.id));
  });
}

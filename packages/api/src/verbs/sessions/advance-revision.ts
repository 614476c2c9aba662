import { aiChatSessions } from "@longhand/db";
import { and, eq, sql } from "drizzle-orm";
import type { TxContext } from "../../base/transaction.ts";

/**
 * Move a session to its next revision, if it still stands at `expected`
 * (or wherever it stands, when that is left out). The row stays locked to the end
 * of the transaction, which is what orders two writers.
 *
 * @returns the new revision, or undefined when another writer was first or the
 * session is not the actor's.
 */
export async function advanceRevision(
  tx: TxContext,
  sessionId: string,
  expected?: number,
): Promise<number | undefined> {
  const rows = await tx.db
    .update(aiChatSessions)
    .set({ revision: sql`${aiChatSessions.revision} + 1`, updatedAt: sql`now()` })
    .where(
      and(
        eq(aiChatSessions.id, sessionId),
        eq(aiChatSessions.userId, tx.actor.userId),
        expected === undefined ? undefined : eq(aiChatSessions.revision, expected),
      ),
    )
    .returning({ revision: aiChatSessions.revision });
  return rows[0]?.revision;
}

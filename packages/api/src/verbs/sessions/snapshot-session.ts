import { sessionEventHeads } from "@longhand/db";
import { eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import type { SessionRef, SessionSnapshot } from "./contract.ts";
import { loadSession } from "./load-session.ts";

/**
 * The session and the log position it belongs to. Tailing the log from that cursor misses nothing and repeats nothing.
 *
 * @throws {AppError} `not_found`.
 */
export async function snapshotSession(ctx: Context, input: SessionRef): Promise<SessionSnapshot> {
  return inTransaction(
    ctx,
    async (tx) => {
      const session = await loadSession(tx, input.sessionId);
      const [head] = await tx.db
        .select({ nextSeq: sessionEventHeads.nextSeq })
        .from(sessionEventHeads)
        .where(eq(sessionEventHeads.sessionId, input.sessionId));
      return { session, cursor: (head?.nextSeq ?? 1) - 1 };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

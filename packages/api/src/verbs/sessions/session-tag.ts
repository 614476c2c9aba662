import { aiChatSessions, sessionEventHeads } from "@longhand/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import type { SessionRef } from "./contract.ts";

/**
 * What an ETag is made of, by one indexed read: the content's revision, and the log's last number, which also moves
 * with messages and runs.
 *
 * @throws {AppError} `not_found`.
 */
export async function sessionTag(ctx: Context, input: SessionRef): Promise<{ revision: number; seq: number }> {
  const [row] = await ctx.db
    .select({ revision: aiChatSessions.revision, nextSeq: sessionEventHeads.nextSeq })
    .from(aiChatSessions)
    .leftJoin(sessionEventHeads, eq(sessionEventHeads.sessionId, aiChatSessions.id))
    .where(and(eq(aiChatSessions.id, input.sessionId), eq(aiChatSessions.userId, ctx.actor.userId)));
  if (row === undefined) throw notFound("Session");
  return { revision: row.revision, seq: (row.nextSeq ?? 1) - 1 };
}

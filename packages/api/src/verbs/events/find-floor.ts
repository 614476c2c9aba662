import { aiChatSessions, sessionEventHeads } from "@longhand/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";

/**
 * The cursor from which a session's log can be replayed whole, as far as it still holds it.
 *
 * @throws {AppError} `not_found`.
 */
export async function findFloor(ctx: Context, input: { readonly sessionId: string }): Promise<number> {
  const [row] = await ctx.db
    .select({ floorSeq: sessionEventHeads.floorSeq })
    .from(aiChatSessions)
    .leftJoin(sessionEventHeads, eq(sessionEventHeads.sessionId, aiChatSessions.id))
    .where(and(eq(aiChatSessions.id, input.sessionId), eq(aiChatSessions.userId, ctx.actor.userId)));
  if (row === undefined) throw notFound("Session");
  return (row.floorSeq ?? 1) - 1;
}

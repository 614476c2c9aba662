import { aiChatSessions } from "@longhand/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";

/** A session's own row. */
export type SessionRow = typeof aiChatSessions.$inferSelect;

/**
 * The session, if it is the actor's.
 *
 * @throws {AppError} `not_found`, the same for absent and foreign.
 */
export async function requireSession(ctx: Context, sessionId: string): Promise<SessionRow> {
  const [row] = await ctx.db
    .select()
    .from(aiChatSessions)
    .where(and(eq(aiChatSessions.id, sessionId), eq(aiChatSessions.userId, ctx.actor.userId)));
  if (row === undefined) throw notFound("Session");
  return row;
}

/** Words the chat has been told never to use. */
export function briefBanned(session: SessionRow): readonly string[] {
  const brief = session.brief;
  if (brief === null || typeof brief !== "object" || Array.isArray(brief)) return [];
  const banned = brief["banned"];
  return Array.isArray(banned) ? banned.filter((word) => typeof word === "string") : [];
}

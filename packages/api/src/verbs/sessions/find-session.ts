import { aiChatSessions } from "@longhand/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import type { CreateSessionInput } from "./contract.ts";

/** The session of a node, if the node has one: looking at an empty node costs no row. */
export async function findSession(ctx: Context, input: CreateSessionInput): Promise<{ sessionId: string | null }> {
  const [row] = await ctx.db
    .select({ id: aiChatSessions.id })
    .from(aiChatSessions)
    .where(
      and(
        eq(aiChatSessions.nodeId, input.nodeId),
        eq(aiChatSessions.campaignId, input.campaignId),
        eq(aiChatSessions.userId, ctx.actor.userId),
      ),
    );
  return { sessionId: row?.id ?? null };
}

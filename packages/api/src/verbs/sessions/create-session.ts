import { aiChatSessions, campaigns, campaignSequenceNodes, sessionEventHeads } from "@longhand/db";
import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Context } from "../../base/context.ts";
import { AppError, notFound } from "../../base/errors.ts";
import { inTransaction } from "../../base/transaction.ts";
import type { CreateSessionInput, SessionView } from "./contract.ts";
import { loadSession } from "./load-session.ts";

/**
 * Open the chat session of one email node. One session drafts one node: starting
 * over is delete and create.
 *
 * @throws {AppError} `not_found` for a campaign that is absent or foreign, and for a node that is absent, removed or of
 * another campaign; `node_not_draftable`; `session_exists` with the session's id.
 */
export async function createSession(ctx: Context, input: CreateSessionInput): Promise<SessionView> {
  return inTransaction(ctx, async (tx) => {
    const [campaign] = await tx.db
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(eq(campaigns.id, input.campaignId), eq(campaigns.userId, ctx.actor.userId)));
    if (campaign === undefined) throw notFound("Campaign");
    const [node] = await tx.db
      .select({ id: campaignSequenceNodes.id, type: campaignSequenceNodes.type })
      .from(campaignSequenceNodes)
      .where(
        and(
          eq(campaignSequenceNodes.id, input.nodeId),
          eq(campaignSequenceNodes.campaignId, input.campaignId),
          isNull(campaignSequenceNodes.removedAt),
        ),
      );
    if (node === undefined) throw notFound("Node");
    if (node.type !== "email" && node.type !== "ai") {
      throw new AppError("node_not_draftable", `A ${node.type} node has no email to draft. Pick an email node.`);
    }
    const id = uuidv7();
    const made = await tx.db
      .insert(aiChatSessions)
      .values({ id, userId: ctx.actor.userId, campaignId: input.campaignId, nodeId: input.nodeId })
      .onConflictDoNothing({ target: aiChatSessions.nodeId })
      .returning({ id: aiChatSessions.id });
    if (made.length === 0) throw await sessionExists(tx, input.nodeId);
    await tx.db.insert(sessionEventHeads).values({ sessionId: id });
    return loadSession(tx, id);
  });
}

async function sessionExists(ctx: Context, nodeId: string): Promise<AppError> {
  const [holder] = await ctx.db
    .select({ id: aiChatSessions.id })
    .from(aiChatSessions)
    .where(eq(aiChatSessions.nodeId, nodeId));
  return new AppError(
    "session_exists",
    "This node already has a session. Open it, or delete it to start over.",
    holder === undefined ? {} : { sessionId: holder.id },
  );
}

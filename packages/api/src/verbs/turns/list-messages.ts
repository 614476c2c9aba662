import { chatMessages, runs } from "@longhand/db";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import type { MessageDetails, MessageView } from "../sessions/contract.ts";

/**
 * A session's transcript in order, null while nothing was said. What became of a
 * person's message is what became of its run. Ownership is checked before.
 */
export async function listMessages(ctx: Context, sessionId: string): Promise<readonly MessageView[] | null> {
  const rows = await ctx.db
    .select({ message: chatMessages, runStatus: runs.status })
    .from(chatMessages)
    .leftJoin(runs, eq(runs.id, chatMessages.runId))
    .where(and(eq(chatMessages.sessionId, sessionId), isNull(chatMessages.retiredAt)))
    .orderBy(asc(chatMessages.ordinal));
  if (rows.length === 0) return null;
  return rows.map(({ message, runStatus }) => {
    const details: unknown = message.details;
    return {
      id: message.id,
      role: message.role === "assistant" ? "assistant" : "user",
      content: message.content,
      createdAt: message.createdAt,
      runId: message.runId,
      status: statusOf(message, runStatus),
      details: details as MessageDetails | null,
    };
  });
}

function statusOf(
  message: { readonly role: string; readonly state: string },
  runStatus: string | null,
): MessageView["status"] {
  if (message.role === "assistant") return message.state === "stopped" ? "cancelled" : "complete";
  if (runStatus === "queued" || runStatus === "running") return "pending";
  return runStatus === "failed" || runStatus === "cancelled" ? runStatus : "complete";
}

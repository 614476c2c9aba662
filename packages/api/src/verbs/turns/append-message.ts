import { aiChatSessions, chatMessages } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { toStored } from "../../base/json.ts";
import type { TxContext } from "../../base/transaction.ts";
import type { NewSessionEvent } from "../events/append-session-events.ts";
import type { MessageDetails } from "../sessions/contract.ts";

/** A message to be stored at the end of the transcript. */
export interface NewMessage {
  /** Made here when absent. */
  readonly id?: string | undefined;
  readonly sessionId: string;
  readonly role: "user" | "assistant";
  readonly content: string;
  readonly runId: string;
  /** stopped: what was said before somebody cancelled. */
  readonly state: "complete" | "stopped";
  readonly details: MessageDetails | null;
}

/**
 * Store a message and answer the event that tells of it. Only a session's one unsettled run
 * adds messages, so the next ordinal is nobody else's.
 */
export async function appendMessage(tx: TxContext, message: NewMessage): Promise<NewSessionEvent> {
  const id = message.id ?? uuidv7();
  await tx.db
    .update(aiChatSessions)
    .set({ updatedAt: sql`now()` })
    .where(eq(aiChatSessions.id, message.sessionId));
  const rows = await tx.db
    .insert(chatMessages)
    .values({
      id,
      sessionId: message.sessionId,
      ordinal: sql`coalesce((select max(ordinal) from chat_messages where session_id = ${message.sessionId}), 0) + 1`,
      role: message.role,
      content: message.content,
      runId: message.runId,
      state: message.state,
      details: message.details === null ? null : toStored(message.details),
    })
    .returning({ createdAt: chatMessages.createdAt });
  return {
    kind: "message.added",
    runId: message.runId,
    payload: {
      id,
      role: message.role,
      content: message.content,
      runId: message.runId,
      status: message.role === "user" ? "pending" : message.state === "stopped" ? "cancelled" : "complete",
      createdAt: (rows[0]?.createdAt ?? new Date()).toISOString(),
      question: message.details?.question ?? null,
    },
  };
}

import { aiChatSessions, draftVersions, proposals, sessionEvents, skeletonVersions } from "@longhand/db";
import type { TurnEnd } from "@longhand/writer";
import { and, asc, eq, isNull, max } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import type { TxContext } from "../../base/transaction.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import type { Lease } from "../runs/lease.ts";
import { settleRun } from "../runs/settle-run.ts";
import type { MessageDetails } from "../sessions/contract.ts";
import { appendMessage } from "./append-message.ts";

/** Longest title of a session. */
const titleLength = 200;

/**
 * End a turn: its answer, the run's end and, where the session has no title, its title are one transaction. A second call
 * changes nothing.
 *
 * @throws {LeaseLost} nothing is written.
 */
export async function endTurn(ctx: Context, lease: Lease, end: TurnEnd): Promise<void> {
  await settleRun(ctx, lease, async (tx) => {
    const details = await detailsOf(tx, lease, end);
    const said = await appendMessage(tx, {
      sessionId: lease.sessionId,
      role: "assistant",
      content: end.text,
      runId: lease.runId,
      state: "complete",
      details,
    });
    await appendSessionEvents(tx, lease.sessionId, [said]);
    await nameSession(tx, lease.sessionId, end.title);
  });
}

async function nameSession(tx: TxContext, sessionId: string, title: string | undefined): Promise<void> {
  const name = title?.trim().slice(0, titleLength) ?? "";
  if (name === "") return;
  const named = await tx.db
    .update(aiChatSessions)
    .set({ title: name })
    .where(and(eq(aiChatSessions.id, sessionId), isNull(aiChatSessions.title)))
    .returning({ revision: aiChatSessions.revision });
  const [session] = named;
  if (session !== undefined)
    await appendSessionEvents(tx, sessionId, [{ kind: "session.updated", payload: { revision: session.revision } }]);
}

async function detailsOf(tx: TxContext, lease: Lease, end: TurnEnd): Promise<MessageDetails> {
  const [draft] = await tx.db
    .select({ version: max(draftVersions.number) })
    .from(draftVersions)
    .where(eq(draftVersions.runId, lease.runId));
  const [skeleton] = await tx.db
    .select({ version: max(skeletonVersions.frameworkVersion) })
    .from(skeletonVersions)
    .where(eq(skeletonVersions.runId, lease.runId));
  const [proposal] = await tx.db
    .select({ id: proposals.id })
    .from(proposals)
    .where(eq(proposals.runId, lease.runId))
    .orderBy(asc(proposals.target))
    .limit(1);
  const notes = await notesOf(tx, lease);
  return {
    ...(end.question && { question: end.question }),
    ...(draft?.version && { draftVersion: draft.version }),
    ...(skeleton?.version && { frameworkVersion: skeleton.version }),
    ...(proposal && { proposalId: proposal.id }),
    rule: end.rule,
    model: end.model,
    used: end.used,
    ...(notes.length > 0 && { notes }),
  };
}

/** What the tools of this run did, one note for each step that came to an end. */
async function notesOf(tx: TxContext, lease: Lease): Promise<NonNullable<MessageDetails["notes"]>> {
  const rows = await tx.db
    .select({ step: sessionEvents.step, payload: sessionEvents.payload })
    .from(sessionEvents)
    .where(
      and(
        eq(sessionEvents.sessionId, lease.sessionId),
        eq(sessionEvents.runId, lease.runId),
        eq(sessionEvents.kind, "tool.note"),
      ),
    )
    .orderBy(asc(sessionEvents.seq));
  const last = new Map(
    rows.map(({ step, payload }) => {
      const stored: unknown = payload;
      return [step, stored as NonNullable<MessageDetails["notes"]>[number]];
    }),
  );
  return [...last.values()].filter((note) => note.state !== "working");
}

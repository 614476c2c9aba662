import { aiChatSessions, runs } from "@longhand/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { loadSaveWorld, saveDraft } from "../drafts/save-draft.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import { clearExamples } from "../examples/clear-examples.ts";
import { appendSkeleton } from "../skeletons/append-skeleton.ts";
import { findSkeleton } from "../skeletons/read-skeletons.ts";
import { requireSession, type SessionRow } from "./access.ts";
import { advanceRevision } from "./advance-revision.ts";
import type { SessionView, UpdateSessionInput } from "./contract.ts";
import { loadSession } from "./load-session.ts";
import { revisionConflict } from "./revision-conflict.ts";

/**
 * Store what a person wrote: title, draft, skeleton, or an empty set of examples.
 *
 * Wording is never overwritten: a draft or skeleton becomes a new version and a working run's result a proposal.
 * Findings never refuse a save. A draft equal to the current one, and clearing what is empty, change nothing.
 *
 * @throws {AppError} `not_found`; `revision_conflict` with the current texts when `ifRevision` is not the session's.
 */
export async function updateSession(ctx: Context, input: UpdateSessionInput): Promise<SessionView> {
  const seen = await requireSession(ctx, input.sessionId);
  const world = await loadSaveWorld(ctx, seen);
  return inTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, input.sessionId);
    if (input.ifRevision !== undefined && input.ifRevision !== session.revision)
      throw await revisionConflict(tx, session.id);
    let advanced: number | undefined;
    const advance = async (): Promise<number> => {
      advanced ??= await advanceRevision(tx, session.id);
      if (advanced === undefined) throw notFound("Session");
      return advanced;
    };
    if (input.skeleton !== undefined) {
      const current = await findSkeleton(tx, session.id);
      if (input.skeleton !== null || (current?.content ?? null) !== null) {
        await appendSkeleton(tx, {
          sessionId: session.id,
          revision: await advance(),
          skeleton: input.skeleton,
          author: "person",
          runId: null,
          restoredFrom: null,
        });
      }
    }
    if (input.draftSubject !== undefined || input.draftBody !== undefined) {
      await saveDraft(tx, session, { subject: input.draftSubject, body: input.draftBody }, advance, world);
    }
    await updateOutline(tx, session, input, advanced === undefined, advance);
    return loadSession(tx, session.id);
  });
}

/** Title and cleared examples touch no words, so a working run's base moves along instead of turning its result into a proposal. */
async function updateOutline(
  tx: TxContext,
  session: SessionRow,
  input: UpdateSessionInput,
  wordsUntouched: boolean,
  advance: () => Promise<number>,
): Promise<void> {
  const titled = input.title !== undefined && input.title !== session.title;
  const cleared = input.generatedExamples === null && (await clearExamples(tx, session.id)) > 0;
  if (!titled && !cleared) return;
  const revision = await advance();
  if (titled) await tx.db.update(aiChatSessions).set({ title: input.title }).where(eq(aiChatSessions.id, session.id));
  if (wordsUntouched) {
    await tx.db
      .update(runs)
      .set({ baseRevision: revision })
      .where(
        and(
          eq(runs.sessionId, session.id),
          inArray(runs.status, ["queued", "running"]),
          eq(runs.baseRevision, revision - 1),
        ),
      );
  }
  await appendSessionEvents(tx, session.id, [{ kind: "session.updated", payload: { revision } }]);
}

/**
 * Take the locks of an edit in their order, run before session, and read the session under them.
 *
 * Not so strong that it shuts out rows which refer to the session: a run that was started between the two locks holds
 * its own row while it writes its first event.
 */
export async function lockSession(tx: TxContext, sessionId: string): Promise<SessionRow> {
  await tx.db.execute(
    sql`select id from runs where session_id = ${sessionId} and status in ('queued','running') for update`,
  );
  const [row] = await tx.db
    .select()
    .from(aiChatSessions)
    .where(and(eq(aiChatSessions.id, sessionId), eq(aiChatSessions.userId, tx.actor.userId)))
    .for("no key update");
  if (row === undefined) throw notFound("Session");
  return row;
}

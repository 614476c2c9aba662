import { proposals } from "@longhand/db";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { AppError, notFound } from "../../base/errors.ts";
import { toStored } from "../../base/json.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { loadSaveWorld, saveDraft } from "../drafts/save-draft.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import { requireSession, type SessionRow } from "../sessions/access.ts";
import { advanceRevision } from "../sessions/advance-revision.ts";
import type { DecideHunksInput, HunkView, SessionView } from "../sessions/contract.ts";
import { loadSession } from "../sessions/load-session.ts";
import { lockSession } from "../sessions/update-session.ts";
import { appendSkeleton } from "../skeletons/append-skeleton.ts";
import type { CheckWorld } from "../checks/load-check-world.ts";
import { currentFields } from "./open-proposal.ts";
import { placeHunk, skeletonOfFields, takeHunks, type ProposalFields } from "./proposal-hunks.ts";
import { parseProposal } from "./to-proposal-view.ts";

/**
 * Take or refuse hunks of the open proposal. What is taken becomes a new version by the person; the rest stays pending.
 *
 * @throws {AppError} `not_found` without an open proposal or for a hunk it does not hold; `revision_conflict` when the
 * words under an accepted hunk have been changed since.
 */
export async function decideHunks(ctx: Context, input: DecideHunksInput): Promise<SessionView> {
  const seen = await requireSession(ctx, input.sessionId);
  const world = await loadSaveWorld(ctx, seen);
  return inTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, input.sessionId);
    const [row] = await tx.db
      .select()
      .from(proposals)
      .where(and(eq(proposals.sessionId, session.id), eq(proposals.status, "open")))
      .orderBy(asc(proposals.target), asc(proposals.createdAt))
      .limit(1)
      .for("update");
    if (row === undefined) throw notFound("Proposal");
    const target = row.target === "skeleton" ? "skeleton" : "draft";
    const { content, hunks } = parseProposal(row);
    const decisions = new Map(input.hunks.map((hunk) => [hunk.id, hunk.accept]));
    for (const id of decisions.keys())
      if (!hunks.some((hunk) => hunk.id === id && hunk.status === "pending")) throw notFound(`Pending hunk ${id}`);
    const now = await currentFields(tx, session.id, target);
    const placed = hunks.map((hunk) => (hunk.status === "pending" ? placeHunk(hunk, content.placed, now) : hunk));
    const taken = placed.filter((hunk) => decisions.get(hunk.id) === true);
    if (taken.some((hunk) => hunk.from === -1)) {
      throw new AppError(
        "revision_conflict",
        "The words under this change have been edited since. Reject it, or make the change by hand.",
        { revision: session.revision },
      );
    }
    const after = takeHunks(now, taken);
    const revision = taken.length === 0 ? null : await saveFields(tx, session, target, after, world);
    const decided = placed.map((hunk): HunkView => {
      const decision = decisions.get(hunk.id);
      if (decision !== undefined) return { ...hunk, status: decision ? "accepted" : "rejected" };
      return hunk.status === "pending" ? placeHunk(hunk, now, after) : hunk;
    });
    const pending = decided.filter((hunk) => hunk.status === "pending").length;
    await tx.db
      .update(proposals)
      .set({
        content: toStored({ placed: after, wanted: content.wanted }),
        hunks: toStored(decided),
        updatedAt: sql`now()`,
        ...(pending === 0 && { status: outcome(decided), decidedAt: sql`now()` }),
        ...(revision !== null && { resultingRevision: revision }),
      })
      .where(eq(proposals.id, row.id));
    await appendSessionEvents(tx, session.id, [
      { kind: "proposal.decided", runId: row.runId, payload: { id: row.id, pending } },
    ]);
    return loadSession(tx, session.id);
  });
}

function outcome(hunks: readonly HunkView[]): string {
  const accepted = hunks.filter((hunk) => hunk.status === "accepted").length;
  if (accepted === 0) return "rejected";
  return accepted === hunks.length ? "accepted" : "partly_accepted";
}

async function saveFields(
  tx: TxContext,
  session: SessionRow,
  target: "draft" | "skeleton",
  fields: ProposalFields,
  world: CheckWorld,
): Promise<number> {
  const revision = await advanceRevision(tx, session.id);
  if (revision === undefined) throw notFound("Session");
  if (target === "draft") {
    await saveDraft(
      tx,
      session,
      { subject: fields["subject"] ?? "", body: fields["body"] ?? "" },
      async () => revision,
      world,
    );
  } else {
    await appendSkeleton(tx, {
      sessionId: session.id,
      revision,
      skeleton: skeletonOfFields(fields),
      author: "person",
      runId: null,
      restoredFrom: null,
    });
  }
  return revision;
}

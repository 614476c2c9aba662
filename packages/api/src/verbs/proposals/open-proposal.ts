import { draftVersions, proposals, skeletonVersions } from "@longhand/db";
import type { Skeleton } from "@longhand/template";
import { and, desc, eq, lte, ne, sql } from "drizzle-orm";
import { toStored } from "../../base/json.ts";
import type { TxContext } from "../../base/transaction.ts";
import { findDraft } from "../drafts/read-drafts.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import type { HunkView } from "../sessions/contract.ts";
import { findSkeleton } from "../skeletons/read-skeletons.ts";
import { draftFields, hunksOf, skeletonFields, type ProposalContent, type ProposalFields } from "./proposal-hunks.ts";

/** What a run wanted to write. `baseRevision` is the session revision it had read. */
export type NewProposal = { readonly sessionId: string; readonly runId: string; readonly baseRevision: number } & (
  | { readonly target: "draft"; readonly after: { readonly subject: string; readonly body: string } }
  | { readonly target: "skeleton"; readonly after: Skeleton }
);

/**
 * Keep what a run wanted beside the words a person wrote meanwhile, as hunks to decide.
 *
 * A second call of the same run amends its proposal; an open one of another run is superseded.
 */
export async function openProposal(
  tx: TxContext,
  proposal: NewProposal,
): Promise<{ id: string; hunks: readonly HunkView[] }> {
  const { sessionId, runId, target, baseRevision } = proposal;
  const current = await currentFields(tx, sessionId, target);
  const base = await fieldsAt(tx, sessionId, target, baseRevision);
  const wanted = proposal.target === "draft" ? draftFields(proposal.after) : skeletonFields(proposal.after);
  const hunks = hunksOf(base, current, wanted);
  const content: ProposalContent = { placed: current, wanted };
  await tx.db
    .update(proposals)
    .set({ status: "superseded", decidedAt: sql`now()`, updatedAt: sql`now()` })
    .where(
      and(
        eq(proposals.sessionId, sessionId),
        eq(proposals.target, target),
        eq(proposals.status, "open"),
        ne(proposals.runId, runId),
      ),
    );
  const rows = await tx.db
    .insert(proposals)
    .values({ sessionId, runId, target, baseRevision, content: toStored(content), hunks: toStored(hunks) })
    .onConflictDoUpdate({
      target: [proposals.sessionId, proposals.target],
      targetWhere: sql`status = 'open'`,
      set: { content: toStored(content), hunks: toStored(hunks), updatedAt: sql`now()` },
    })
    .returning({ id: proposals.id });
  const id = rows[0]?.id ?? "";
  await appendSessionEvents(tx, sessionId, [
    { kind: "proposal.opened", runId, payload: { id, target, hunks: hunks.length } },
  ]);
  return { id, hunks };
}

/** The current draft or skeleton of a session as fields. */
export async function currentFields(
  tx: TxContext,
  sessionId: string,
  target: "draft" | "skeleton",
): Promise<ProposalFields> {
  return target === "draft"
    ? draftFields(await findDraft(tx, sessionId))
    : skeletonFields((await findSkeleton(tx, sessionId))?.content);
}

async function fieldsAt(
  tx: TxContext,
  sessionId: string,
  target: "draft" | "skeleton",
  revision: number,
): Promise<ProposalFields> {
  if (target === "draft") {
    const [row] = await tx.db
      .select({ subject: draftVersions.subject, body: draftVersions.body })
      .from(draftVersions)
      .where(and(eq(draftVersions.sessionId, sessionId), lte(draftVersions.revision, revision)))
      .orderBy(desc(draftVersions.revision))
      .limit(1);
    return draftFields(row);
  }
  const [row] = await tx.db
    .select({ content: skeletonVersions.content })
    .from(skeletonVersions)
    .where(and(eq(skeletonVersions.sessionId, sessionId), lte(skeletonVersions.revision, revision)))
    .orderBy(desc(skeletonVersions.revision))
    .limit(1);
  const content: unknown = row?.content ?? null;
  return skeletonFields(content as Skeleton | null);
}

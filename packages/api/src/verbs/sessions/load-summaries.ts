import { draftVersions, proposals, runs, skeletonVersions } from "@longhand/db";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { countFindings } from "../checks/count-findings.ts";
import { toAuthor } from "../drafts/append-draft.ts";
import { toDraftRecord } from "../drafts/read-drafts.ts";
import { draftFields, skeletonFields } from "../proposals/proposal-hunks.ts";
import { toProposalView } from "../proposals/to-proposal-view.ts";
import { looksStale } from "../runs/looks-stale.ts";
import { toRunView } from "../runs/to-run-view.ts";
import { toSkeletonRecord } from "../skeletons/read-skeletons.ts";
import type { SessionRow } from "./access.ts";
import type { SessionSummary, TaskStatus, VersionAuthor } from "./contract.ts";

/** A summary with what only the whole view shows. */
export interface LoadedSummary extends SessionSummary {
  readonly draftAuthor: VersionAuthor | null;
  readonly skeletonAuthor: VersionAuthor | null;
}

/** Derive the summaries of sessions, in their order, with one query for each table however many they are. */
export async function loadSummaries(ctx: Context, rows: readonly SessionRow[]): Promise<readonly LoadedSummary[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const drafts = await ctx.db
    .selectDistinctOn([draftVersions.sessionId])
    .from(draftVersions)
    .where(inArray(draftVersions.sessionId, ids))
    .orderBy(draftVersions.sessionId, desc(draftVersions.number));
  const skeletons = await ctx.db
    .selectDistinctOn([skeletonVersions.sessionId])
    .from(skeletonVersions)
    .where(inArray(skeletonVersions.sessionId, ids))
    .orderBy(skeletonVersions.sessionId, desc(skeletonVersions.frameworkVersion));
  const lastRuns = await ctx.db
    .selectDistinctOn([runs.sessionId])
    .from(runs)
    .where(inArray(runs.sessionId, ids))
    .orderBy(runs.sessionId, desc(runs.createdAt), desc(runs.id));
  if (lastRuns.some((run) => looksStale(run))) ctx.wake.watchdog();
  const open = await ctx.db
    .select()
    .from(proposals)
    .where(and(inArray(proposals.sessionId, ids), eq(proposals.status, "open")))
    .orderBy(asc(proposals.target), asc(proposals.createdAt));
  const of = <T extends { readonly sessionId: string | null }>(list: readonly T[]) =>
    new Map(list.map((row) => [row.sessionId, row]));
  const draftOf = of(drafts);
  const skeletonOf = of(skeletons);
  const runOf = of(lastRuns);
  return rows.map((row) => {
    const draftRow = draftOf.get(row.id);
    const draft = draftRow && toDraftRecord(draftRow);
    const skeletonRow = skeletonOf.get(row.id);
    const skeleton = skeletonRow && toSkeletonRecord(skeletonRow);
    const run = runOf.get(row.id);
    const proposal = open.find((candidate) => candidate.sessionId === row.id);
    return {
      id: row.id,
      userId: row.userId,
      campaignId: row.campaignId,
      nodeId: row.nodeId,
      title: row.title,
      draftSubject: draft?.subject ?? null,
      draftBody: draft?.body ?? null,
      skeleton: skeleton?.content ?? null,
      frameworkVersion: skeleton?.frameworkVersion ?? null,
      taskStatus: taskStatus(run),
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      revision: row.revision,
      draftVersion: draft?.number ?? null,
      proposal:
        proposal === undefined
          ? null
          : toProposalView(
              proposal,
              proposal.target === "draft" ? draftFields(draft) : skeletonFields(skeleton?.content),
            ),
      lastRun: run === undefined ? null : toRunView(run),
      checks: draft?.report ? countFindings(draft.report) : null,
      draftAuthor: draft === undefined ? null : toAuthor(draft.author),
      skeletonAuthor: skeleton === undefined ? null : toAuthor(skeleton.author),
    };
  });
}

/** Busy is never stored: it is what the unsettled run says. */
function taskStatus(run: { readonly kind: string; readonly status: string } | undefined): TaskStatus {
  if (run === undefined || (run.status !== "queued" && run.status !== "running")) return null;
  return run.kind === "examples" ? "generating_examples" : "chat_processing";
}

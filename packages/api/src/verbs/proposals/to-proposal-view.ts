import type { proposals } from "@longhand/db";
import type { HunkView, ProposalView } from "../sessions/contract.ts";
import { placeHunk, type ProposalContent, type ProposalFields } from "./proposal-hunks.ts";

/** A stored proposal over the texts of now. */
export function toProposalView(row: typeof proposals.$inferSelect, now: ProposalFields): ProposalView {
  const { content, hunks } = parseProposal(row);
  return {
    id: row.id,
    runId: row.runId,
    target: row.target === "skeleton" ? "skeleton" : "draft",
    baseRevision: row.baseRevision,
    createdAt: row.createdAt,
    hunks: hunks.map((hunk) => (hunk.status === "pending" ? placeHunk(hunk, content.placed, now) : hunk)),
  };
}

/** The documents of a stored proposal. They were written by `openProposal`, so their shapes are ours. */
export function parseProposal(row: typeof proposals.$inferSelect): {
  content: ProposalContent;
  hunks: readonly HunkView[];
} {
  const content: unknown = row.content;
  const hunks: unknown = row.hunks;
  return { content: content as ProposalContent, hunks: hunks as readonly HunkView[] };
}

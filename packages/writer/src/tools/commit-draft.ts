import { gateDraft, type Candidate } from "../gate.ts";
import { collectEvidence } from "../evidence.ts";
import type { ToolEffect } from "../ports.ts";
import type { Json } from "../state.ts";
import { refused, type ToolContext } from "./tool.ts";
import { warningsOf } from "./warnings.ts";

/** The effect of storing a candidate, or its refusal, with the candidate kept for the end of the turn. */
export async function commitDraft(
  candidate: Candidate,
  about: { readonly base_revision: number; readonly notes: Json },
  { state, leads }: Pick<ToolContext, "state" | "leads">,
): Promise<ToolEffect> {
  const { draft, revision } = state.session;
  if (draft !== null && draft.subject === candidate.subject && draft.body === candidate.body) {
    return refused([
      {
        code: "no_change",
        path: "body",
        got: "",
        hint: "the text is the same as before: change something, or finish and say why nothing changed",
      },
    ]);
  }
  const { issues, report, claims } = gateDraft(candidate, state, await leads());
  if (issues.length > 0) return refused(issues, { candidate: { ...candidate, notes: about.notes } });
  const cited = new Set(claims.flatMap(({ evidence_ids }) => evidence_ids));
  return {
    kind: "draft",
    // A revision of the future was made up by the model; what it saw is the current one at most.
    base_revision: Math.min(about.base_revision, revision),
    subject: candidate.subject,
    body: candidate.body,
    block_spans: candidate.block_spans,
    notes: about.notes,
    claims,
    evidence: collectEvidence(state).evidence.filter(({ id }) => cited.has(id)),
    report,
    result: { ok: true, warnings: warningsOf(report) },
  };
}

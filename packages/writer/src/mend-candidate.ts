import { applyFixToEmail, splitSentences, type Lead } from "@longhand/template";
import { gateFailures, type CheckResult } from "@longhand/template/checks";
import { realignBlocks } from "./current-blocks.ts";
import { gateDraft, type Candidate } from "./gate.ts";
import type { TurnState } from "./state.ts";

/** Rounds of mending: each one mends every finding that can be, and mending one may uncover another. */
const rounds = 6;

/** Apply the fixes that need no writer until the gate is content. Null when it cannot be made so. */
export function mendCandidate(candidate: Candidate, state: TurnState, leads: readonly Lead[]): Candidate | null {
  let current = candidate;
  for (let round = 0; round < rounds; round += 1) {
    const verdict = gateDraft(current, state, leads);
    if (verdict.issues.length === 0) return current;
    const next = gateFailures(verdict.report).reduce((text, failure) => mend(text, failure, state), current);
    if (next.subject === current.subject && next.body === current.body) return null;
    current = next;
  }
  return gateDraft(current, state, leads).issues.length === 0 ? current : null;
}

function mend(candidate: Candidate, failure: CheckResult, state: TurnState): Candidate {
  const { fix } = failure;
  const text = fix !== undefined && fix.edits.length > 0 ? applyFixToEmail(candidate, fix) : { subject: candidate.subject, body: failure.id.startsWith("B01") || failure.id === "B02" ? dropSentence(candidate.body, state) : candidate.body };
  return { ...candidate, ...text, block_spans: realignBlocks(candidate.body, candidate.block_spans, text.body) };
}

/** The body without the last spare sentence of its fullest paragraph: never a question, never a locked sentence, never the only one. */
function dropSentence(body: string, { session }: TurnState): string {
  const locked = session.brief.locked ?? [];
  const sentences = splitSentences(body);
  const counts = new Map<number, number>();
  for (const { paragraph } of sentences) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
  const fullest = [...counts].toSorted((a, b) => b[1] - a[1])[0];
  if (fullest === undefined || fullest[1] < 2) return body;
  const spare = sentences.findLast(({ paragraph, text }) => paragraph === fullest[0] && !text.includes("?") && !locked.some((one) => one.includes(text) || text.includes(one)));
  if (spare === undefined) return body;
  return (body.slice(0, spare.from).trimEnd() + (body.slice(spare.to).startsWith("\n") ? "" : " ") + body.slice(spare.to).replace(/^ +/, "")).trim();
}

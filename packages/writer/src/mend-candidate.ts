import { applyFixToEmail, splitSentences, type EmailText, type Lead } from "@longhand/template";
import type { CheckResult } from "@longhand/template/checks";
import { blockingFindings } from "./blocking-findings.ts";
import { realignBlocks } from "./current-blocks.ts";
import { gateDraft, type Candidate } from "./gate.ts";
import type { TurnState } from "./state.ts";

/** Rounds of mending: each mends every finding that can be, may uncover another, and drops at most one sentence. */
const rounds = 24;

/** Apply the fixes that need no writer until the gate is content. Null when it cannot be made so. */
export function mendCandidate(candidate: Candidate, state: TurnState, leads: readonly Lead[]): Candidate | null {
  let current = candidate;
  for (let round = 0; round < rounds; round += 1) {
    const verdict = gateDraft(current, state, leads);
    if (verdict.issues.length === 0) return current;
    const next = blockingFindings(verdict.report).reduce((text, failure) => mend(text, failure, state), current);
    if (next.subject === current.subject && next.body === current.body) return null;
    current = next;
  }
  return gateDraft(current, state, leads).issues.length === 0 ? current : null;
}

function mend(candidate: Candidate, failure: CheckResult, state: TurnState): Candidate {
  const { fix } = failure;
  const fixed = fix === undefined || fix.edits.length === 0 ? candidate : applyFixToEmail(candidate, fix);
  const isLength = failure.id === "B01" || failure.id === "B02";
  const changed = fixed.body !== candidate.body || fixed.subject !== candidate.subject;
  const shorter = isLength ? { subject: candidate.subject, body: dropSentence(candidate.body, state) } : candidate;
  const text = changed && keepsLocked(candidate, fixed, state) ? fixed : shorter;
  return {
    ...candidate,
    subject: text.subject,
    body: text.body,
    block_spans: realignBlocks(candidate.body, candidate.block_spans, text.body),
  };
}

function keepsLocked(before: EmailText, after: EmailText, { session }: TurnState): boolean {
  return (session.brief.locked ?? []).every(
    (sentence) => !before.body.includes(sentence) || after.body.includes(sentence),
  );
}

/** The body without the last spare sentence of its fullest paragraph: never a question, never a locked sentence, never the only one. */
function dropSentence(body: string, { session }: TurnState): string {
  const locked = session.brief.locked ?? [];
  const sentences = splitSentences(body);
  const counts = new Map<number, number>();
  for (const { paragraph } of sentences) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
  const fullest = [...counts].toSorted((a, b) => b[1] - a[1])[0];
  if (fullest === undefined || fullest[1] < 2) return body;
  const spare = sentences.findLast(
    ({ paragraph, text }) =>
      paragraph === fullest[0] &&
      !text.includes("?") &&
      !locked.some((one) => one.includes(text) || text.includes(one)),
  );
  if (spare === undefined) return body;
  return (
    body.slice(0, spare.from).trimEnd() +
    (body.slice(spare.to).startsWith("\n") ? "" : " ") +
    body.slice(spare.to).replace(/^ +/, "")
  ).trim();
}

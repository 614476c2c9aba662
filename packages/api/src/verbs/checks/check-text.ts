import { check, type CheckInput, type CheckReport } from "@longhand/template/checks";
import type { BlockSpan, Evidence, Skeleton } from "@longhand/template";
import type { CheckWorld } from "./load-check-world.ts";

/** The text to look at, and what is on record about it. */
export interface CheckedText {
  readonly subject: string;
  readonly body: string;
  readonly skeleton: Skeleton | null;
  readonly blockSpans: readonly BlockSpan[] | null;
  /** Evidence on record; a person's own wording vouches for itself. */
  readonly evidence: readonly Evidence[];
  readonly banned: readonly string[];
}

/** Every check of a draft in its world. */
export function checkText(text: CheckedText, world: CheckWorld): CheckReport {
  const input: CheckInput = {
    subject: text.subject,
    body: text.body,
    kind: world.kind,
    leads: world.leads,
    sender: world.sender,
    skeleton: text.skeleton,
    ...(text.blockSpans !== null && { block_spans: text.blockSpans }),
    evidence: text.evidence,
    sources: { facts: Object.fromEntries(world.company.facts.map((fact) => [fact.id, fact.text])) },
    sequence: world.sequence,
  };
  const banned = [...(world.settings.banned_phrases ?? []), ...text.banned];
  return check(input, { ...world.settings, ...(banned.length > 0 && { banned_phrases: banned }) });
}

/** A person's own words as the evidence of the draft they stand in. */
export function ownWords(revision: number, subject: string, body: string): Evidence {
  return { id: `draft:${revision}`, kind: "user_message", draft_revision: revision, quote: `${subject}\n${body}` };
}

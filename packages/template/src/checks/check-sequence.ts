import { anyOf } from "../any-of.ts";
import { countWords } from "../reading.ts";
import { renderSample } from "../sample-values.ts";
import type { SequenceInput, SequenceNode } from "./check-input.ts";
import { checkDefaults } from "./defaults.ts";
import { fixOf } from "./edits.ts";
import { failed, passed, unsure, type Finding } from "./finding.ts";
import { layoutOf } from "./layout.ts";

/** Thresholds of the sequence checks. */
export interface SequenceLimits {
  readonly least: number;
  readonly most: number;
  readonly least_days: number;
  readonly overlap: number;
}

export const sequenceLimits: SequenceLimits = {
  ...checkDefaults.Q01.thresholds,
  least_days: checkDefaults.Q02.thresholds.least_days,
  overlap: checkDefaults.Q03.thresholds.overlap,
};

const minutesADay = 1440;
const goodbye = anyOf(
  [
    String.raw`\b(?:last|final) (?:email|note|message|one from me|try|attempt)\b`,
    String.raw`\b(?:won[’']t|will not) (?:write|email|bother|contact|reach out to|message|follow up with) you again\b`,
    String.raw`\bclos(?:e|ing) (?:your|the|this) (?:file|loop|thread)\b|\bbreak(?:ing)? up\b|\bgood ?bye\b`,
  ],
  "i",
);

const isEmail = ({ type }: SequenceNode): boolean => type === "email" || type === "ai";

/** Q01: how many emails the campaign has. */
export function emailCount({ nodes }: SequenceInput, { least, most } = sequenceLimits): Finding {
  const emails = nodes.filter(isEmail).length;
  if (emails >= least && emails <= most) return passed(`The campaign has ${emails} emails.`, emails);
  return failed(`The campaign has ${emails} email${emails === 1 ? "" : "s"}; ${least}–${most} is usual.`, {
    got: emails,
    want: `${least}–${most}`,
  });
}

/** Q02: gaps between emails that are too short. */
export function emailGaps({ nodes }: SequenceInput, { least_days: least } = sequenceLimits): Finding[] {
  const findings: Finding[] = [];
  let gap = 0;
  let emails = 0;
  for (const node of nodes) {
    if (node.type === "delay") gap += node.delay_minutes ?? 0;
    if (!isEmail(node)) continue;
    emails++;
    const days = Math.round((gap / minutesADay) * 10) / 10;
    if (emails > 1 && gap < least * minutesADay) {
      const place = node.id === undefined ? {} : { about: node.id };
      findings.push(
        failed(`Email ${emails} follows after ${days} day${days === 1 ? "" : "s"}; ${least} or more are usual.`, {
          got: days,
          want: least,
          ...place,
          fix: fixOf("set_delay", `Wait at least ${least} days before email ${emails}.`),
        }),
      );
    }
    gap = 0;
  }
  return findings.length > 0 ? findings : [passed("There are days between all emails.")];
}

/** Q03: whether the current email repeats an earlier one, by word triples or by phrase. */
export function saysSomethingNew({ nodes, current }: SequenceInput, { overlap } = sequenceLimits): Finding | null {
  const node = current === undefined ? undefined : nodes[current];
  if (node === undefined || !isEmail(node)) return null;
  const earlier = nodes.slice(0, current).filter(isEmail);
  if (earlier.length === 0) return passed("The first email repeats nothing.");
  const own = triples(node.body ?? "");
  if (own.size === 0)
    return unsure("Whether the email says something new is not known.", "the email has too few words to compare");
  const phrases = new Set(earlier.flatMap(({ phrase_ids: ids }) => ids ?? []));
  const repeated = (node.phrase_ids ?? []).filter((id) => phrases.has(id));
  const shares = earlier.map(({ body }) => share(own, triples(body ?? "")));
  const most = Math.max(...shares);
  const got = Math.round(most * 100) / 100;
  if (most <= overlap && repeated.length === 0) return passed("The email says something new.", got);
  const says =
    repeated.length > 0
      ? "uses a phrase of an earlier email again"
      : `shares ${Math.round(most * 100)} % of its word triples with email ${shares.indexOf(most) + 1}`;
  return failed(`The email ${says}.`, {
    got,
    want: overlap,
    fix: fixOf("another_version", "Write another version with a new angle."),
  });
}

function triples(body: string): Set<string> {
  const { content, ps } = layoutOf(body);
  const words =
    [...content, ...ps]
      .map(({ text }) => renderSample(text))
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];
  return new Set(words.slice(2).map((word, index) => `${words[index] ?? ""} ${words[index + 1] ?? ""} ${word}`));
}

function share(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(own.size, other.size);
  return smaller === 0 ? 0 : [...own].filter((triple) => other.has(triple)).length / smaller;
}

/** Q06: emails after one that says goodbye. */
export function lastIsLast({ nodes }: SequenceInput): Finding {
  const last = nodes.findIndex(
    (node) =>
      isEmail(node) && (node.kind === "last" || (countWords(node.body ?? "") > 0 && goodbye.test(node.body ?? ""))),
  );
  const after = last < 0 ? [] : nodes.slice(last + 1).filter(isEmail);
  if (after.length === 0) return passed("Nothing follows the last email.");
  const place = nodes[last]?.id === undefined ? {} : { about: nodes[last].id };
  return failed(
    `${after.length === 1 ? "An email follows" : `${after.length} emails follow`} the one that says goodbye.`,
    { got: after.length, want: 0, ...place },
  );
}

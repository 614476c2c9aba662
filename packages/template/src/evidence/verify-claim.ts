import type { Lead } from "../lead.ts";
import { isLeadName } from "../names.ts";
import { leadValues } from "../values.ts";
import type { Claim, Evidence, EvidenceSources } from "./claim.ts";
import { backs, findFigures } from "./figures.ts";

/** Whether evidence says what a claim says; `reason` is a sentence when it does not. */
export interface Verification {
  readonly ok: boolean;
  readonly reason: string | null;
}

/** Share of a personal claim's content words that its quotes must hold. */
const enoughOverlap = 0.5;
const fillers = new Set(
  "a an the and or but so to of in on at for with by from as that this these those it its is are was were be been being have has had do does did i you your yours we our us my me they their them he she his her not no just really also very more most some any all if then than when how what who which into out up about over after saw noticed read heard seen loved enjoyed congrats congratulations love great recent recently latest new hope since may might help could would will can should because".split(
    " ",
  ),
);

/**
 * Check a claim against the evidence it names: each reference exists, its quote still stands in its source, and together
 * the quotes hold each figure and name of the claim (and half of its content words, when it is about a person).
 */
export function verifyClaim(claim: Claim, evidence: readonly Evidence[], sources: EvidenceSources = {}): Verification {
  const named: Evidence[] = [];
  for (const id of claim.evidence_ids) {
    const found = evidence.find((one) => one.id === id);
    if (found === undefined) return { ok: false, reason: `There is no evidence ${id}.` };
    if (!stillStands(found, sources))
      return { ok: false, reason: `“${shorten(found.quote)}” no longer stands in its source.` };
    named.push(found);
  }
  return compare(claim, named);
}

/**
 * The evidence that supports a claim all by itself, in the order given.
 *
 * `context` is the text around a figure: since nobody declared the tie, the evidence must also speak of the same thing,
 * that is share a content word with it (a price, a year and the lead's own number are topic enough). Without context the figure alone decides.
 */
export function findSupport(claim: Claim, evidence: readonly Evidence[], context?: string): string[] {
  if (evidence.length === 0) return [];
  const around =
    context === undefined ||
    claim.kind !== "numeric" ||
    findFigures(claim.text).every(({ unit }) => unit === "money" || unit === "year")
      ? null
      : contentWords(context.replace(claim.text, " "));
  return evidence
    .filter(
      (one) =>
        compare(claim, [one]).ok && (around === null || one.kind === "lead_field" || sharesTopic(around, one.quote)),
    )
    .map(({ id }) => id);
}

const measures =
  /^(?:\d+|second|minute|min|hour|day|week|month|year|quarte|percen|time|two|three|four|five|six|seven|eight|nine|ten|twelve|half|third|each|every|per|average|only|day)$/;

function sharesTopic(around: readonly string[], quote: string): boolean {
  const heard = new Set(contentWords(quote));
  const topics = around.filter((word) => !measures.test(word));
  return topics.length === 0 || topics.some((word) => heard.has(word));
}

function compare(claim: Claim, evidence: readonly Evidence[]): Verification {
  if (evidence.length === 0) return { ok: false, reason: `Nothing on record backs “${shorten(claim.text)}”.` };
  const quotes = evidence.map(({ quote }) => quote).join("\n");
  const quoted = findFigures(quotes);
  const stray = findFigures(claim.text).find((figure) => !quoted.some((other) => backs(figure, other)));
  if (stray !== undefined) return { ok: false, reason: `The evidence does not say “${stray.text.trim()}”.` };
  if (claim.kind === "numeric")
    return findFigures(claim.text).length > 0
      ? { ok: true, reason: null }
      : { ok: false, reason: `“${shorten(claim.text)}” cannot be compared.` };
  const said = fold(quotes);
  if (claim.kind === "named")
    return said.includes(fold(claim.text))
      ? { ok: true, reason: null }
      : { ok: false, reason: `The evidence does not name “${shorten(claim.text)}”.` };
  const absent = properNames(claim.text).find((name) => !said.includes(fold(name)));
  if (absent !== undefined) return { ok: false, reason: `The evidence does not name “${absent}”.` };
  const words = contentWords(claim.text);
  const heard = new Set(contentWords(quotes));
  const shared = words.filter((word) => heard.has(word)).length;
  if (words.length === 0 || shared / words.length >= enoughOverlap) return { ok: true, reason: null };
  return { ok: false, reason: `The evidence says something else than “${shorten(claim.text)}”.` };
}

function stillStands(one: Evidence, sources: EvidenceSources): boolean {
  if (one.kind === "context_fact")
    return sources.facts === undefined || fold(sources.facts[one.fact_id] ?? "").includes(fold(one.quote));
  if (one.kind === "user_message") {
    if (one.message_id === undefined || sources.messages === undefined) return true;
    return fold(sources.messages[one.message_id] ?? "").includes(fold(one.quote));
  }
  if (sources.leads === undefined) return true;
  const lead = sources.leads.find(({ id }) => id === one.lead_id);
  return lead !== undefined && fold(valueOf(lead, one.field)).includes(fold(one.quote));
}

function valueOf(lead: Lead, field: string): string {
  const values = leadValues(lead, null);
  return values.get(field) ?? (isLeadName(field) ? null : values.get(`custom_fields.${field}`)) ?? "";
}

function properNames(text: string): string[] {
  const names = Array.from(text.matchAll(/(?<=[\p{Ll},;:)’'”]\s|%\s)\p{Lu}[\p{L}\p{N}&’'-]+/gu), ([name]) =>
    name.replace(/[’']s$/, ""),
  );
  return names.filter((name) => !/^(?:I|I[’'](?:m|ve|d|ll))$/.test(name));
}

function contentWords(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu) ?? [];
  return words
    .filter((word) => !fillers.has(word) && word.length > 1)
    .map((word) =>
      word
        .replace(/[’']s$/, "")
        .replace(/(?:ing|ed|es|s)$/, "")
        .slice(0, 6),
    );
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ").trim();
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`;
}

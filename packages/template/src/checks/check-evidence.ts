import type { Claim, Evidence } from "../evidence/claim.ts";
import { detectClaims } from "../evidence/detect-claims.ts";
import { findSupport, verifyClaim } from "../evidence/verify-claim.ts";
import { customPrefix, leadNames } from "../names.ts";
import type { PartSpan } from "../span.ts";
import { leadValues } from "../values.ts";
import type { CheckContext } from "./check-context.ts";
import { dropSentences, fixOf, quoted } from "./edits.ts";
import { failed, passed, unsure, type Finding } from "./finding.ts";

/** Claims of the text, and the evidence that may back them. */
interface Grounds {
  readonly claims: readonly Claim[];
  readonly evidence: readonly Evidence[];
  readonly isKnown: boolean;
}

const remembered = new WeakMap<CheckContext, Grounds>();

function groundsOf(ctx: CheckContext): Grounds {
  const known = remembered.get(ctx) ?? readGrounds(ctx);
  remembered.set(ctx, known);
  return known;
}

/** Detect the claims of an email. What a lead's own fields say backs that lead's finished text, never a template. */
function readGrounds(ctx: CheckContext): Grounds {
  const { sender, evidence, lexicon, sources } = ctx.input;
  const [lead] = ctx.leads;
  const own = ctx.isExample && lead !== undefined ? ownFields(lead) : [];
  const people = [
    sender?.first_name,
    sender?.last_name,
    sender?.company,
    ...(ctx.isExample ? [lead?.first_name, lead?.last_name, lead?.full_name, lead?.company] : []),
  ];
  const facts = Object.values(sources?.facts ?? {});
  const names = [...(lexicon?.names ?? []), ...people.flatMap((name) => name ?? [])];
  const claims = ctx.texts.flatMap(({ source, part }) => detectClaims(source, { ...lexicon, names }, part));
  const spoken: Evidence[] = facts.map((quote, index) => ({
    id: `fact:${index}`,
    kind: "context_fact",
    fact_id: String(index),
    quote,
  }));
  const usable = (evidence ?? []).filter(({ kind }) => ctx.isExample || kind !== "lead_field");
  return { claims, evidence: [...usable, ...own, ...spoken], isKnown: evidence !== undefined || facts.length > 0 };
}

function ownFields(lead: CheckContext["leads"][number]): Evidence[] {
  const values = leadValues(lead, null);
  const fields = [...leadNames, ...Object.keys(lead.custom_fields ?? {}).map((key) => customPrefix + key)];
  return fields.flatMap((field): Evidence[] => {
    const quote = values.get(field) ?? null;
    return quote === null ? [] : [{ id: `own:${field}`, kind: "lead_field", lead_id: lead.id ?? "", field, quote }];
  });
}

function ungrounded(
  ctx: CheckContext,
  kinds: readonly Claim["kind"][],
): { readonly claims: readonly Claim[]; readonly isKnown: boolean; readonly total: number } {
  const { claims, evidence, isKnown } = groundsOf(ctx);
  const declared = (ctx.input.claims ?? []).filter(({ evidence_ids: ids }) => ids.length > 0);
  const wanted = claims.filter(({ kind }) => kinds.includes(kind));
  const bare = wanted.filter((claim) => {
    if (findSupport(claim, evidence, contextOf(ctx, claim)).length > 0) return false;
    const named = declared.filter((one) => one.part === claim.part && one.start < claim.end && claim.start < one.end);
    return !named.some(
      ({ evidence_ids: ids }) =>
        verifyClaim({ ...claim, evidence_ids: ids.filter((id) => evidence.some((one) => one.id === id)) }, evidence).ok,
    );
  });
  return { claims: bare, isKnown, total: wanted.length };
}

/** A sentence longer than this is read only around the claim, so that a text of figures stays linear to check. */
const nearby = 300;

/** The sentence of a claim and the one before it: "That is ten hours a week" speaks of what was just said. */
function contextOf(ctx: CheckContext, { part, start, end }: Claim): string {
  const { sentences, source } = part === "subject" ? ctx.subject : ctx.body;
  const at = sentences.findIndex(({ from, to }) => from < end && start < to);
  const before = sentences[at - 1];
  const from =
    before !== undefined && before.paragraph === sentences[at]?.paragraph
      ? before.from
      : (sentences[at]?.from ?? start);
  return source.slice(Math.max(from, start - nearby), Math.min(sentences[at]?.to ?? end, end + nearby));
}

function report(
  ctx: CheckContext,
  kinds: readonly Claim["kind"][],
  says: (shown: string) => string,
  none: string,
): Finding {
  const { claims, isKnown, total } = ungrounded(ctx, kinds);
  if (claims.length === 0) return passed(total === 0 ? none : "Every claim is backed by evidence.", total);
  const spans = claims.map(({ part, start, end }): PartSpan => ({ part, from: start, to: end }));
  if (!isKnown) return unsure(says(quoted(claims)), "no evidence was given to compare with", { spans });
  return failed(says(quoted(claims)), {
    got: claims.map(({ text }) => text),
    spans,
    fix: fixOf("drop_sentence", `Back up or take out ${quoted(claims)}.`, withoutClaims(ctx, spans)),
  });
}

/** Dropping sentences is exact only in the body, and only while a message remains. */
export function withoutClaims(ctx: CheckContext, spans: readonly PartSpan[]): ReturnType<typeof dropSentences> {
  const hit = ctx.message.filter(({ from, to }) => spans.some((span) => span.from < to && from < span.to));
  const all = spans.every(
    ({ part, from, to }) => part === "body" && hit.some((one) => one.from <= from && to <= one.to),
  );
  return all && hit.length < ctx.message.length ? dropSentences("body", ctx.body.source, ctx.body.sentences, hit) : [];
}

/** B16: numbers, percentages and money that nothing on record says. */
export function figures(ctx: CheckContext): Finding {
  return report(ctx, ["numeric"], (shown) => `Nothing on record says ${shown}.`, "The email states no figure.");
}

/** P01: knowledge about the reader, and names of customers or sources, that nothing on record says. */
export function personalClaims(ctx: CheckContext): Finding {
  return report(
    ctx,
    ["personal", "named"],
    (shown) => `Nothing on record backs ${shown}.`,
    "The email claims no knowledge about the reader.",
  );
}

/** P02: declared claims whose evidence does not exist, has gone, or says something else. */
export function evidenceAgrees(ctx: CheckContext): Finding {
  const declared = (ctx.input.claims ?? []).filter(({ evidence_ids: ids }) => ids.length > 0);
  if (declared.length === 0) return passed("No claim names evidence.");
  if (ctx.input.evidence === undefined)
    return unsure("The evidence of the claims was not read.", "no evidence was given to compare with");
  const evidence = ctx.input.evidence;
  const sources = { ...ctx.input.sources, leads: ctx.leads.length > 0 ? ctx.leads : undefined };
  const wrong = declared.flatMap((claim) => {
    const ofLead =
      !ctx.isExample && claim.evidence_ids.some((id) => evidence.find((one) => one.id === id)?.kind === "lead_field");
    const reason = ofLead
      ? "One lead's field cannot back a text for all leads."
      : verifyClaim(claim, evidence, sources).reason;
    return reason === null ? [] : [{ ...claim, reason }];
  });
  if (wrong.length === 0) return passed("Every named piece of evidence says what the text says.");
  const spans = wrong.map(({ part, start, end }): PartSpan => ({ part, from: start, to: end }));
  return failed(`${quoted(wrong)}: ${wrong[0]?.reason ?? ""}`, {
    got: wrong.map(({ text, reason }) => ({ text, reason })),
    spans,
    fix: fixOf("drop_sentence", `Take out ${quoted(wrong)}.`, withoutClaims(ctx, spans)),
  });
}

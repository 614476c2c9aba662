import { createCatalogue, escapePercent, leadValues, renderEmail, type Lead, type Rendered } from "@longhand/template";
import { check, detectClaims, findSupport, gateFailures, verifyClaim, type Claim, type Evidence } from "@longhand/template/checks";
import { factEvidence, factNames } from "../evidence.ts";
import { emailKind } from "../gate.ts";
import type { ExamplesState, WrittenExample } from "../ports.ts";
import type { SlotPlan } from "./plan-slots.ts";

/** Sentences for one slot that passed the validators, with what each was written from. */
export interface SlotText {
  readonly block_id: string;
  readonly sentences: readonly { readonly text: string; readonly evidence_ids: readonly string[] }[];
}

/** Put one lead's email together, with the evidence of everything specific it says. */
export function composeExample(key: string, lead: Lead, plan: SlotPlan, written: readonly SlotText[], state: ExamplesState): WrittenExample {
  const template = fill(plan, written);
  const rendered = renderEmail({ subject: plan.email.subject, body: template }, lead, state.sender);
  const names = [...rendered.missing, ...rendered.unknown];
  if (!rendered.ok) return failed(key, [{ code: rendered.missing.length > 0 ? "V02" : "V01", message: `${names.map((name) => `%${name}%`).join(", ")} has no value for this lead and no fallback.` }]);
  const evidence = [...leadEvidence(key, lead), ...factEvidence(state.facts), ...draftEvidence(state)];
  const email = { subject: rendered.subject.text, body: rendered.body.text };
  const lexicon = { names: [...senderTexts(state), ...factNames(state.facts)], lead_values: leadTexts(lead) };
  const cited = citedClaims(email.body, written);
  const grounded = (["subject", "body"] as const).flatMap((part) => ground(email[part], part, rendered[part], part === "body" ? cited : [], evidence, lexicon));
  const report = check({
    ...email,
    form: "example",
    kind: emailKind(state.place, state.emails),
    leads: [lead],
    sender: state.sender,
    claims: grounded.map(({ claim }) => claim),
    evidence,
    lexicon,
  });
  // What the draft itself says was judged when it was stored; here only what this lead's values and sentences brought in.
  const issues = gateFailures(report).filter(({ id }) => leadChecks.has(id));
  const notes = plan.slots.filter(({ block }) => !written.some(({ block_id }) => block_id === block.id)).map(({ block }) => ({ code: "fallback_used", message: `Nothing usable is known for “${block.name}”: its fallback stands there.` }));
  if (issues.length > 0) return failed(key, issues.map(({ id, message }) => ({ code: id, message })));
  return { key, status: "written", ...email, issues: notes, evidence: grounded };
}

const leadChecks = new Set(["V04", "V11", "V16", "P03"]);

/** A lead that cannot be written for; the others go on. */
export function failed(key: string, issues: WrittenExample["issues"]): WrittenExample {
  return { key, status: "failed", subject: null, body: null, issues, evidence: [] };
}

/** A lead's own values, as evidence for its own example. */
export function leadEvidence(key: string, lead: Lead): Evidence[] {
  return leadTexts(lead).map(({ field, value }) => ({ id: `field:${field}`, kind: "lead_field", lead_id: lead.id ?? key, field, quote: value }));
}

/** A lead's values by field name. */
export function leadTexts(lead: Lead): { field: string; value: string }[] {
  const values = leadValues(lead, null);
  return createCatalogue({ leads: [lead] }).names.flatMap((field) => {
    const value = field.startsWith("sender_") ? null : values.get(field);
    return value === null || value === undefined ? [] : [{ field, value }];
  });
}

/** Names and words of the sender. */
export function senderTexts({ sender }: ExamplesState): string[] {
  return [sender.first_name, sender.last_name, sender.company, sender.position, sender.email].flatMap((value) => (typeof value === "string" && value !== "" ? [value] : []));
}

function slotText({ sentences }: SlotText): string {
  return sentences.map(({ text }) => text).join(" ");
}

/** Each sentence written from evidence is a claim as a whole, with exactly that evidence. */
function citedClaims(body: string, written: readonly SlotText[]): Claim[] {
  return written.flatMap(({ sentences }) =>
    sentences.flatMap(({ text, evidence_ids }) => {
      const start = body.indexOf(text);
      const kind = evidence_ids.some((id) => id.startsWith("field:")) ? ("personal" as const) : ("named" as const);
      return start < 0 || evidence_ids.length === 0 ? [] : [{ part: "body" as const, start, end: start + text.length, text, kind, evidence_ids }];
    }),
  );
}

function fill({ email, slots }: SlotPlan, written: readonly SlotText[]): string {
  return slots.toReversed().reduce((body, { block, from, to }) => {
    const own = written.find(({ block_id }) => block_id === block.id);
    return own === undefined ? body : body.slice(0, from) + escapePercent(slotText(own)) + body.slice(to);
  }, email.body);
}

/** The draft's claims were checked against messages and facts when it was stored: its words are the record of that. */
function draftEvidence({ draft }: ExamplesState): Evidence[] {
  if (draft === null) return [];
  const cited = draft.claims.flatMap(({ text, evidence_ids }) => evidence_ids.map((id) => ({ id, text })));
  const said = cited.flatMap(({ id, text }) => (id.startsWith("message:") ? [{ id, kind: "user_message" as const, message_id: id.slice("message:".length), quote: text }] : id.startsWith("campaign:") ? [{ id, kind: "user_message" as const, quote: text }] : []));
  const own = draft.author === "person" || cited.some(({ id }) => id.startsWith("draft:")) ? [{ id: `draft:${draft.revision}`, kind: "user_message" as const, draft_revision: draft.revision, quote: `${draft.subject}\n${draft.body}` }] : [];
  return [...said, ...own];
}

function ground(text: string, part: "subject" | "body", { segments }: Rendered, cited: readonly Claim[], evidence: readonly Evidence[], lexicon: { readonly names: readonly string[]; readonly lead_values: readonly { field: string; value: string }[] }): { claim: Claim; evidence: Evidence[] }[] {
  // A rendered value is a claim about the lead by itself, and its own evidence.
  const values: Claim[] = segments.flatMap(({ kind, name, output }) =>
    kind === "value" && name !== undefined && !name.startsWith("sender_") ? [{ part, start: output.from, end: output.to, text: text.slice(output.from, output.to), kind: "personal" as const, evidence_ids: [`field:${name}`] }] : [],
  );
  const found = detectClaims(text, lexicon, part)
    .map((claim) => ({ ...claim, evidence_ids: claim.evidence_ids.length > 0 && verifyClaim(claim, evidence).ok ? claim.evidence_ids : findSupport(claim, evidence) }))
    .filter((claim) => ![...values, ...cited].some((known) => known.start <= claim.start && claim.end <= known.end && claim.evidence_ids.every((id) => known.evidence_ids.includes(id))));
  return [...values, ...cited, ...found].toSorted((a, b) => a.start - b.start).map((claim) => ({ claim, evidence: evidence.filter(({ id }) => claim.evidence_ids.includes(id)) }));
}

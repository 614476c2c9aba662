import { createCatalogue, variables, parse, type Catalogue, type Lead } from "@longhand/template";
import { check, gateFailures, toReport, type CheckInput, type CheckReport, type CheckResult, type EmailKind } from "@longhand/template/checks";
import { collectEvidence, groundClaims, type DeclaredClaim } from "./evidence.ts";
import { rulesText } from "./prompts/rules.ts";
import type { BlockSpan, Claim, Skeleton, TurnState } from "./state.ts";
import type { ToolIssue } from "./tools/schemas.ts";

/** A draft that wants to be stored. */
export interface Candidate {
  readonly subject: string;
  readonly body: string;
  readonly block_spans: readonly BlockSpan[];
  readonly declared: readonly DeclaredClaim[];
}

/** The gate's answer: refused when `issues` is not empty. */
export interface Verdict {
  readonly issues: readonly ToolIssue[];
  readonly report: CheckReport;
  readonly claims: readonly Claim[];
}

/**
 * May this draft be stored as the writer's own? Checks it against the campaign's leads, the
 * evidence on record, the sentences a person locked and the selection of the request.
 */
export function gateDraft(candidate: Candidate, state: TurnState, leads: readonly Lead[]): Verdict {
  const base = collectEvidence(state);
  const claims = groundClaims(candidate, candidate.declared, base);
  const input: CheckInput = {
    ...common(state, leads),
    subject: candidate.subject,
    body: candidate.body,
    skeleton: state.session.skeleton?.skeleton ?? null,
    block_spans: candidate.block_spans,
    claims,
    evidence: base.evidence,
    sources: base.sources,
    lexicon: base.lexicon,
    known_urls: urlsOf([...state.facts.map(({ text }) => text), state.campaign.signature ?? "", ...base.evidence.filter(({ kind }) => kind === "user_message").map(({ quote }) => quote)]),
    prompt_texts: [rulesText],
  };
  const report = check(input, checkSettings(state));
  const issues = [...lockedIssues(candidate, state), ...selectionIssues(candidate, state), ...allowedIssues(candidate, state), ...gateFailures(report).map(toIssue)];
  return { issues, report, claims };
}

/** May this skeleton be stored? Its own checks and the names it uses count; its words are a plan, not an email. */
export function gateSkeleton(skeleton: Skeleton, filledBody: string, state: TurnState, leads: readonly Lead[]): Omit<Verdict, "claims"> {
  const whole = check({ ...common(state, leads), subject: skeleton.subject, body: filledBody, skeleton }, checkSettings(state));
  const report = toReport(
    whole.results.filter(({ id, scope }) => scope === "skeleton" || skeletonChecks.has(id)),
    leads.length > 0,
  );
  return { issues: [...allowedIssues({ subject: skeleton.subject, body: filledBody }, state), ...gateFailures(report).map(toIssue)], report };
}

const skeletonChecks = new Set(["K01", "K02", "V01", "V12"]);

/** Where an email stands, for the checks that differ by it. */
export function emailKind(place: number, emails: number): EmailKind {
  if (place <= 1) return "first";
  return place >= emails ? "last" : "follow_up";
}

/** The campaign's known names; what a caller declares narrows them only through the gate. */
export function campaignCatalogue(state: TurnState, leads: readonly Lead[]): Catalogue {
  return createCatalogue({ leads, names: [...(state.available_variables ?? []), ...state.field_profile.map(({ name }) => name)] });
}

/** The settings that the words of a campaign and of its brief amount to. */
export function checkSettings({ banned_phrases, required_phrases, session: { brief } }: TurnState): { banned_phrases: string[]; required_phrases: string[] } {
  return {
    banned_phrases: [...new Set([...banned_phrases, ...(brief.banned ?? [])])].slice(0, 200),
    required_phrases: [...new Set([...required_phrases, ...(brief.required ?? [])])].slice(0, 200),
  };
}

function common(state: TurnState, leads: readonly Lead[]): Pick<CheckInput, "kind" | "leads" | "sender" | "catalogue"> {
  return { kind: emailKind(state.node.place, state.node.emails), leads, sender: state.campaign.sender, catalogue: campaignCatalogue(state, leads) };
}

function toIssue(result: CheckResult): ToolIssue {
  const span = result.spans[0];
  return {
    code: result.id,
    path: span === undefined ? (result.about ?? "draft") : span.part,
    got: result.got === undefined ? result.message : typeof result.got === "string" ? result.got : JSON.stringify(result.got),
    hint: result.fix === undefined ? result.message : `${result.message} ${result.fix.instruction}`,
  };
}

function lockedIssues(candidate: Candidate, { session }: TurnState): ToolIssue[] {
  const before = session.draft === null ? "" : `${session.draft.subject}\n${session.draft.body}`;
  const after = `${candidate.subject}\n${candidate.body}`;
  // A sentence the person has taken out themselves is not asked back.
  return (session.brief.locked ?? [])
    .filter((sentence) => before.includes(sentence) && !after.includes(sentence))
    .map((sentence) => ({ code: "locked", path: "body", got: sentence, hint: "this sentence is kept as it is: put it back, byte for byte" }));
}

function selectionIssues(candidate: Candidate, { session, request: { selection } }: TurnState): ToolIssue[] {
  if (selection === undefined) return [];
  const versions = [...session.draft_history, ...(session.draft === null ? [] : [session.draft])];
  const base = versions.findLast(({ revision }) => revision <= selection.revision);
  if (base === undefined) return [];
  const text = base[selection.field];
  const other = selection.field === "body" ? "subject" : "body";
  const head = text.slice(0, selection.from);
  const tail = text.slice(selection.to);
  const result = candidate[selection.field];
  const kept = result.length >= head.length + tail.length && result.startsWith(head) && result.endsWith(tail);
  if (kept && candidate[other] === base[other]) return [];
  return [{ code: "outside_selection", path: kept ? other : selection.field, got: text.slice(selection.from, selection.to), hint: "change only the selected words; everything else must stay byte for byte" }];
}

function allowedIssues({ subject, body }: { readonly subject: string; readonly body: string }, { available_variables }: TurnState): ToolIssue[] {
  if (available_variables === null) return [];
  const allowed = new Set(available_variables);
  const used = new Set([...variables(parse(subject)), ...variables(parse(body))].map(({ name }) => name));
  return [...used]
    .filter((name) => !allowed.has(name) && !name.startsWith("sender_"))
    .map((name) => ({ code: "V01", path: "body", got: `%${name}%`, hint: `this request allows only: ${available_variables.map((one) => `%${one}%`).join(", ") || "no variables"}` }));
}

function urlsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(/(?:https?:\/\/|www\.)[^\s<>"')\]]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b(?:\/[^\s<>"')\]]*)?/gi) ?? []);
}

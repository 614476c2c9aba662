import { createCatalogue, type Catalogue, type Lead } from "@longhand/template";
import {
  check,
  checkSkeleton,
  toReport,
  type CheckInput,
  type CheckReport,
  type EmailKind,
} from "@longhand/template/checks";
import { blockingFindings, toIssue } from "./blocking-findings.ts";
import { collectEvidence, groundClaims, type DeclaredClaim } from "./evidence.ts";
import { rulesText } from "./prompts/rules.ts";
import { allowedIssues, requestIssues } from "./request-issues.ts";
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
    known_urls: urlsOf([
      ...state.facts.map(({ text }) => text),
      state.campaign.signature ?? "",
      ...base.evidence.filter(({ kind }) => kind === "user_message").map(({ quote }) => quote),
    ]),
    prompt_texts: [rulesText],
  };
  const report = check(input, checkSettings(state));
  const issues = [...requestIssues(candidate, state), ...blockingFindings(report).map(toIssue)];
  return { issues, report, claims };
}

/** May this skeleton be stored? Its own checks and the names it uses count; its words are a plan, not an email. */
export function gateSkeleton(
  skeleton: Skeleton,
  filledBody: string,
  state: TurnState,
  leads: readonly Lead[],
): Omit<Verdict, "claims"> {
  const input = { ...common(state, leads), subject: skeleton.subject, body: filledBody };
  const settings = checkSettings(state);
  const nearMisses = check(input, settings).results.filter(({ id }) => id === "V12");
  const report = toReport(
    [...checkSkeleton(skeleton, input.catalogue, settings).results, ...nearMisses],
    leads.length > 0,
  );
  return {
    issues: [
      ...allowedIssues({ subject: skeleton.subject, body: filledBody }, state),
      ...blockingFindings(report).map(toIssue),
    ],
    report,
  };
}

/** Where an email stands, for the checks that differ by it. */
export function emailKind(place: number, emails: number): EmailKind {
  if (place <= 1) return "first";
  return place >= emails ? "last" : "follow_up";
}

/** The campaign's known names; what a caller declares narrows them only through the gate. */
export function campaignCatalogue(state: TurnState, leads: readonly Lead[]): Catalogue {
  return createCatalogue({
    leads,
    names: [...(state.available_variables ?? []), ...state.field_profile.map(({ name }) => name)],
  });
}

/** The settings that the words of a campaign and of its brief amount to. */
export function checkSettings({ banned_phrases, required_phrases, session: { brief } }: TurnState): {
  banned_phrases: string[];
  required_phrases: string[];
} {
  return {
    banned_phrases: [...new Set([...banned_phrases, ...(brief.banned ?? [])])].slice(0, 200),
    required_phrases: [...new Set([...required_phrases, ...(brief.required ?? [])])].slice(0, 200),
  };
}

function common(
  state: TurnState,
  leads: readonly Lead[],
): Pick<CheckInput, "kind" | "leads" | "sender"> & { readonly catalogue: Catalogue } {
  return {
    kind: emailKind(state.node.place, state.node.emails),
    leads,
    sender: state.campaign.sender,
    catalogue: campaignCatalogue(state, leads),
  };
}

function urlsOf(texts: readonly string[]): string[] {
  return texts.flatMap(
    (text) =>
      text.match(
        /(?:https?:\/\/|www\.)[^\s<>"')\]]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b(?:\/[^\s<>"')\]]*)?/gi,
      ) ?? [],
  );
}

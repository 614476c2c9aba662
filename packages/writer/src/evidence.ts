import { splitSentences } from "@longhand/template";
import {
  detectClaims,
  findSupport,
  verifyClaim,
  type ClaimLexicon,
  type Evidence,
  type EvidenceSources,
} from "@longhand/template/checks";
import type { Brief, BriefValue, Claim, Fact, TurnState } from "./state.ts";

/** A claim as a model declares it. */
export interface DeclaredClaim {
  readonly quote: string;
  readonly evidence_ids: readonly string[];
}

/** Everything that claims of a turn's texts may rest on. */
export interface EvidenceBase {
  readonly evidence: readonly Evidence[];
  readonly sources: EvidenceSources;
  readonly lexicon: ClaimLexicon;
}

/**
 * Collect what a turn may cite. Ids: `fact:<id>`, `message:<id>`, `field:<name>`, `draft:<revision>`
 * for a person's own wording, `campaign:<field>` for what they entered in the campaign, `email:<place>:<slot>` for what
 * they said in the chat of another email.
 */
export function collectEvidence(state: TurnState): EvidenceBase {
  const { session, request, campaign, node } = state;
  const said = [
    ...session.dialogue.filter(({ role }) => role === "user").map(({ id, content }) => ({ id, content })),
    { id: request.message_id, content: request.message },
  ];
  const messages: Evidence[] = said.map(({ id, content }) => ({
    id: `message:${id}`,
    kind: "user_message",
    message_id: id,
    quote: content,
  }));
  const written = [...session.draft_history, ...(session.draft === null ? [] : [session.draft])].filter(
    ({ author }) => author === "person",
  );
  const drafts: Evidence[] = written.map(({ revision, subject, body }) => ({
    id: `draft:${revision}`,
    kind: "user_message",
    draft_revision: revision,
    quote: `${subject}\n${body}`,
  }));
  const entered = {
    name: campaign.name,
    purpose: node.purpose,
    signature: campaign.signature,
    sender: senderNames(state).join(", "),
  };
  const fields: Evidence[] = Object.entries(entered).flatMap(([field, quote]) =>
    quote === null || quote === "" ? [] : [{ id: `campaign:${field}`, kind: "user_message" as const, quote }],
  );
  const variables: Evidence[] = state.field_profile.map(({ name }) => ({
    id: `field:${name}`,
    kind: "lead_field",
    lead_id: "",
    field: name,
    quote: `%${name}%`,
  }));
  // What was said for another email of the campaign holds for this one too.
  const elsewhere: Evidence[] = state.other_emails.flatMap(({ place, brief }) =>
    Object.entries(brief ?? {}).flatMap(([slot, value]) =>
      isBriefValue(value) &&
      value.quote !== undefined &&
      value.source === "message" &&
      !value.quote.startsWith("message:")
        ? [{ id: `email:${place}:${slot}`, kind: "user_message" as const, quote: value.quote }]
        : [],
    ),
  );
  return {
    evidence: [...factEvidence(state.facts), ...messages, ...elsewhere, ...drafts, ...fields, ...variables],
    sources: {
      facts: Object.fromEntries(state.facts.map(({ id, text }) => [id, text])),
      messages: Object.fromEntries(said.map(({ id, content }) => [id, content])),
    },
    lexicon: { names: [...senderNames(state), campaign.name, ...factNames(state.facts)] },
  };
}

/** The company's facts as evidence. */
export function factEvidence(facts: readonly Fact[]): Evidence[] {
  return facts.map(({ id, text }) => ({ id: `fact:${id}`, kind: "context_fact", fact_id: id, quote: text }));
}

/** Names the company uses for itself, its products and its customers. */
export function factNames(facts: readonly Fact[]): string[] {
  return facts.flatMap(({ title, text }) => [
    ...(title === null ? [] : [title]),
    ...(text.match(/\b\p{Lu}[\p{L}\p{N}&'-]*(?:\s+\p{Lu}[\p{L}\p{N}&'-]*)*/gu) ?? []),
  ]);
}

/**
 * The claims of a text, found by rule, each with the evidence that supports it: what the model
 * declared where that holds, else whatever on record says the same. A declaration vouches for nothing by itself.
 */
export function groundClaims(
  email: { readonly subject: string; readonly body: string },
  declared: readonly DeclaredClaim[],
  base: EvidenceBase,
): Claim[] {
  const known = new Set(base.evidence.map(({ id }) => id));
  return (["subject", "body"] as const).flatMap((part) =>
    detectClaims(email[part], base.lexicon, part).map((claim) => {
      if (claim.evidence_ids.length > 0) return claim;
      const named = declared
        .filter(({ quote }) => overlaps(email[part], quote, claim))
        .flatMap(({ evidence_ids }) => evidence_ids.filter((id) => known.has(id)));
      const trusted = { ...claim, evidence_ids: [...new Set(named)] };
      if (trusted.evidence_ids.length > 0 && verifyClaim(trusted, base.evidence, base.sources).ok) return trusted;
      const support = findSupport(claim, base.evidence, contextOf(email[part], claim));
      return support.length > 0 ? { ...claim, evidence_ids: support } : trusted;
    }),
  );
}

/** The sentence of a claim and the one before it in its paragraph: a figure is backed only by what speaks of the same thing. */
export function contextOf(text: string, { start, end }: Pick<Claim, "start" | "end">): string {
  const sentences = splitSentences(text);
  const at = sentences.findIndex(({ from, to }) => from < end && start < to);
  const own = sentences[at];
  const before = sentences[at - 1];
  if (own === undefined) return text;
  return text.slice(before !== undefined && before.paragraph === own.paragraph ? before.from : own.from, own.to);
}

function isBriefValue(value: Brief[keyof Brief]): value is BriefValue {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "value" in value && "source" in value;
}

function overlaps(text: string, quote: string, claim: Claim): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (at < claim.end && at + quote.length > claim.start) return true;
  return false;
}

function senderNames({ campaign: { sender } }: TurnState): string[] {
  return [sender.first_name, sender.last_name, sender.company, sender.position, sender.email].flatMap((value) =>
    typeof value === "string" && value !== "" ? [value] : [],
  );
}

import type { Catalogue } from "../catalogue.ts";
import type { Claim, ClaimLexicon, Evidence, EvidenceSources } from "../evidence/claim.ts";
import type { Lead, Sender } from "../lead.ts";
import type { Skeleton } from "../skeleton.ts";
import type { Span } from "../span.ts";

/** Where an email stands in its campaign. */
export type EmailKind = "first" | "follow_up" | "last";

/** Which words of a draft belong to which block of its skeleton; null: to none. */
export interface BlockSpan extends Span {
  readonly block_id: string | null;
}

/** One node of a campaign for the sequence checks; delays in minutes. */
export interface SequenceNode {
  readonly id?: string | undefined;
  readonly type: "email" | "ai" | "delay" | "end";
  readonly subject?: string | null | undefined;
  readonly body?: string | null | undefined;
  readonly delay_minutes?: number | undefined;
  readonly kind?: EmailKind | undefined;
  /** Phrases the email was built from, when its writer knows them. */
  readonly phrase_ids?: readonly string[] | undefined;
}

/** A campaign's nodes in order, and which of them is the checked email. */
export interface SequenceInput {
  readonly nodes: readonly SequenceNode[];
  readonly current?: number | undefined;
}

/** Everything a check may look at. Absent knowledge makes a check unknown, never green. */
export interface CheckInput {
  readonly subject: string;
  readonly body: string;
  readonly kind: EmailKind;
  /** `template` (default): variables, for all leads. `example`: finished text for the one lead in `leads`; `%` is literal. */
  readonly form?: "template" | "example" | undefined;
  /** True when the email goes out as a reply in an existing thread. */
  readonly is_reply?: boolean | undefined;
  /** The campaign's leads; for an example, exactly the lead it is for. */
  readonly leads?: readonly Lead[] | undefined;
  /** For an example: the campaign's other leads, whose values must not appear (P03). */
  readonly other_leads?: readonly Lead[] | undefined;
  readonly sender?: Sender | null | undefined;
  /** Known names; made from `leads` when absent. */
  readonly catalogue?: Catalogue | undefined;
  /** Adds the checks of the skeleton itself (K01, K02), and B21 and block roles when `block_spans` is there too. */
  readonly skeleton?: Skeleton | null | undefined;
  readonly block_spans?: readonly BlockSpan[] | undefined;
  /** Claims the writer declared, with the evidence it named. */
  readonly claims?: readonly Claim[] | undefined;
  /** All evidence on record for this text. Absent: claims are unknown. Empty: nothing is backed by anything. */
  readonly evidence?: readonly Evidence[] | undefined;
  readonly sources?: EvidenceSources | undefined;
  readonly lexicon?: ClaimLexicon | undefined;
  /** URLs (or hosts) that come from the context or the person. Absent: unknown where a link comes from. */
  readonly known_urls?: readonly string[] | undefined;
  /** Prompt texts that must never leak into an output (P03). */
  readonly prompt_texts?: readonly string[] | undefined;
  /** Adds Q01, Q02, Q06, and Q03 for the current email. */
  readonly sequence?: SequenceInput | undefined;
}

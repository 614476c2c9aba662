import type { Lead } from "../lead.ts";
import type { EmailPart } from "../span.ts";

/** Something a claim may rest on, with the words it says. */
export type Evidence =
  | {
      readonly id: string;
      readonly kind: "lead_field";
      readonly lead_id: string;
      readonly field: string;
      readonly quote: string;
    }
  | { readonly id: string; readonly kind: "context_fact"; readonly fact_id: string; readonly quote: string }
  | {
      readonly id: string;
      readonly kind: "user_message";
      readonly message_id?: string | undefined;
      readonly draft_revision?: number | undefined;
      readonly quote: string;
    };

/** About the lead, with a figure, or naming a customer, event or source. */
export type ClaimKind = "personal" | "numeric" | "named";

/** A span of an email that says something specific; `start` and `end` are offsets into `part`, `end` exclusive. */
export interface Claim {
  readonly part: EmailPart;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly evidence_ids: readonly string[];
}

/** What is known without evidence: names that may be used freely, and one lead's values, which make a claim personal. */
export interface ClaimLexicon {
  /** Names of the sender, the campaign and the context: people, products, customers already on record. */
  readonly names?: readonly string[] | undefined;
  /** Values of the lead a finished text is for: each one that appears in the text is a personal claim. */
  readonly lead_values?: readonly { readonly field: string; readonly value: string }[] | undefined;
}

/** The texts that quotes are looked up in; a kind that is absent is not looked up. */
export interface EvidenceSources {
  readonly facts?: Readonly<Record<string, string>> | undefined;
  readonly messages?: Readonly<Record<string, string>> | undefined;
  readonly leads?: readonly Lead[] | undefined;
}

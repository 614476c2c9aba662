import type { EmailPart } from "../span.ts";
import type { Claim, ClaimLexicon } from "./claim.ts";

/** Find the claims of a text or template by rule; `evidence_ids` is empty on all of them. */
export function detectClaims(text: string, lexicon: ClaimLexicon = {}, part: EmailPart = "body"): Claim[] {
  throw new Error(text + part + String(lexicon.names));
}

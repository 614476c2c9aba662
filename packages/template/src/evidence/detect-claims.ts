import { maskVariables } from "../mask.ts";
import { splitSentences } from "../sentences.ts";
import type { EmailPart } from "../span.ts";
import type { Claim, ClaimKind, ClaimLexicon } from "./claim.ts";
import { detectNamed } from "./detect-named.ts";
import { detectNumeric } from "./detect-numeric.ts";
import { isPersonalClaim } from "./detect-personal.ts";

const address =
  /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|(?<![\w-])[\w-]{1,63}\.(?:com|io|net|org|co|ai|dev|app|example)\b(?:\/\S*)?/gi;
/** Shorter values ("IT", "40") occur by chance. */
const shortestValue = 4;

/**
 * Find the claims of a text or template by rule, whatever its writer declared: figures, knowledge about the reader, names of
 * customers and sources, and the lead's own values. Variables are their own evidence and are not claims, but the words
 * of a fallback are read. Ordered by place; `evidence_ids` is empty on all of them.
 */
export function detectClaims(text: string, lexicon: ClaimLexicon = {}, part: EmailPart = "body"): Claim[] {
  const blot = (piece: string): string => " ".repeat(piece.length);
  const bare = maskVariables(text).replaceAll(address, blot);
  const spoken = maskVariables(text, true).replaceAll(address, blot);
  const claims: Claim[] = [];
  const add = (kind: ClaimKind, start: number, end: number): void =>
    void claims.push({ part, start, end, text: text.slice(start, end), kind, evidence_ids: [] });

  for (const { from, to } of splitSentences(text)) {
    const sentence = bare.slice(from, to);
    for (const found of detectNumeric(spoken.slice(from, to))) add("numeric", from + found.from, from + found.to);
    if (isPersonalClaim(sentence)) add("personal", from, to);
    for (const found of detectNamed(sentence, lexicon.names ?? [])) add("named", from + found.from, from + found.to);
  }
  for (const { value } of lexicon.lead_values ?? []) {
    if (value.length < shortestValue) continue;
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
      if (!claims.some(({ kind, start, end }) => kind === "personal" && start <= at && at + value.length <= end))
        add("personal", at, at + value.length);
    }
  }
  return claims.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

import { looksLikeAudience, takeNounPhrase } from "../nlu/noun-phrase.ts";
import { baseOf } from "../words/verb-forms.ts";

/** A clause parted at the people it is for. */
export interface AudienceSplit {
  readonly before: string;
  readonly audience: string;
  /** What follows: a relative clause, an ask, or nothing. */
  readonly after: string;
}

/** Find "to/for <people>" in a clause: "hive heaters to beekeepers who lose bees". Undefined when nobody is named. */
export function splitAudience(
  text: string,
  words = "to|for|with|at|targeting|aimed at|geared towards?|designed for|built for|made for",
): AudienceSplit | undefined {
  for (const match of text.matchAll(new RegExp(`(?:^|\\s)(?:${words})\\s+(?=\\S)`, "gi"))) {
    const rest = text.slice(match.index + match[0].length);
    const { phrase, rest: after } = takeNounPhrase(rest);
    const [word = "", second = ""] = rest.split(/\s+/);
    if (
      /\bto\s*$/i.test(match[0]) &&
      baseOf(word, "base") !== undefined &&
      !/^(?:store|shop|market|lead|host|park|farm|school|supply|design|project|event|service|plant|press|train|process|support|product|design|film)$/i.test(
        word,
      ) &&
      !looksLikeAudience(word) &&
      !/^(?:managers?|owners?|teams?|leads?|directors?|companies|firms)$/i.test(second)
    )
      continue;
    if (looksLikeAudience(phrase) && !/^(?:our|my|us|me|it|your)\b/i.test(phrase))
      return { before: text.slice(0, match.index).trim(), audience: phrase, after: after.trim() };
  }
  return undefined;
}

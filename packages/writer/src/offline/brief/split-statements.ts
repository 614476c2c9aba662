import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { baseOf } from "../words/verb-forms.ts";

const starter =
  "(?:they(?:'re|'ve| )|we(?:'re|'ve| )|our (?!own\\b)|i(?:'m|'d| )|it(?:'s| )|most of them |many of them |their (?:biggest|main|problem|pain)|ask (?:for|if|them|whether)|cta\\b|goal is|tone\\b|want (?:them|em|a|to)\\b|looking for|hoping for|keep it|make it|please |no (?:jargon|fluff|pressure)\\b|targeting |selling |offering |audience is|the (?:pain|problem|ask|goal|tone|audience)\\b)";
const before =
  /\b(?:that|which|who|whom|when|where|how|what|if|because|while|than|as|until|before|after|whether|so|the way|like|think|know|believe|say|says|said|means|every time|whenever|once|unless|though|although|since|and that|everything|something|anything|all)$/i;

/**
 * Cut a run-on into statements: behind a comma, "and" or "but" where a new
 * subject begins, and (in long unpunctuated text) at the new subject itself.
 */
export function splitStatements(text: string): string[] {
  const cuts: [number, number][] = [];
  for (const match of text.matchAll(
    new RegExp(
      `(?:\\s*,\\s*(?:and |but |so |also |plus )?|\\s+(?:and|but|so|plus|also|because)\\s+|\\s+-+\\s+)(?=${starter})`,
      "gi",
    ),
  )) {
    const left = text.slice(cuts.at(-1)?.[1] ?? 0, match.index).trim();
    const asked =
      /because|since/i.test(match[0]) &&
      /^(?:i|we)\s(?:need|want)|^(?:write|draft|email|can you|please|help|an? )/i.test(left) &&
      /^(?:we|our)\b/i.test(text.slice(match.index + match[0].length));
    if (asked) {
      cuts.push([match.index, match.index + match[0].length]);
      continue;
    }
    const people =
      /\b(?:and|but|so)\b/i.test(match[0]) &&
      /^(?:they|it)\b/i.test(text.slice(match.index + match[0].length)) &&
      findVerb(wordsOf(left)) > 0 &&
      !/^(?:we|i|our|my|it|ask|write)\b/i.test(left);
    if (people) continue;
    if (
      left.split(/\s+/).length >= 3 &&
      !before.test(left) &&
      !isSubordinate(left) &&
      !(/because|so/i.test(match[0]) && /^(?:our|we|it)/i.test(text.slice(match.index + match[0].length)))
    )
      cuts.push([match.index, match.index + match[0].length]);
  }
  for (const [at, to] of splices(text)) if (!cuts.some(([from, end]) => at <= end && to >= from)) cuts.push([at, to]);
  cuts.sort(([a], [b]) => a - b);
  if (cuts.length === 0 && text.split(/\s+/).length > 12 && !/[,;:]/.test(text)) {
    for (const match of text.matchAll(
      new RegExp(
        `\\s+(?=(?:they (?!'d)|we (?:help|sell|make|offer|do|build|have|provide|can|also|want)|our (?:client|customer|product|app|tool|software|service|system|platform)|ask (?:for|if|them)|i want|goal is|cta ))`,
        "gi",
      ),
    )) {
      const left = text.slice(cuts.at(-1)?.[1] ?? 0, match.index).trim();
      if (left.split(/\s+/).length >= 4 && !before.test(left) && !/\b(?:and|or|to|for|of|with|by|the|a)$/i.test(left))
        cuts.push([match.index, match.index + match[0].length]);
    }
  }
  const parts: string[] = [];
  let from = 0;
  for (const [at, to] of cuts) {
    parts.push(text.slice(from, at));
    from = to;
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Commas between two whole statements: "a booking system, no-shows cost them money". A list stays whole. */
function splices(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const comma of text.matchAll(/,\s+/g)) {
    const left = text.slice(found.at(-1)?.[1] ?? 0, comma.index).trim();
    const raw = text.slice(comma.index + comma[0].length).split(/[,;]/)[0] ?? "";
    const joined = /^(?:and|but|so)\s+/i.exec(raw)?.[0] ?? "";
    const right = raw.slice(joined.length);
    const words = wordsOf(right);
    const verb = findVerb(words);
    const subject = words.slice(0, verb).join(" ");
    if (verb < 1 || verb > 5 || left.split(/\s+/).length < 2 || isSubordinate(left) || /\b(?:and|or)\b/i.test(subject))
      continue;
    if (
      /^(?:which|who|that|where|and|or|but|so|with|including|like|such|because|while|when|if|as|since|even|especially|mostly|usually|often|also|then|please|make|keep|ask|add|use|not)\b/i.test(
        right,
      ) ||
      baseOf(words[0] ?? "", "gerund") !== undefined
    )
      continue;
    if (joined !== "" && findVerb(wordsOf(left)) < 0) continue;
    if (
      /^now\b/i.test(right) ||
      (/^they\b/i.test(right) &&
        findVerb(wordsOf(left)) > 0 &&
        !/^(?:we|i|our|my|it|for|to|write|email)\b/i.test(left)) ||
      (/^(?:and|so|but)/i.test(joined) && !/^(?:we|i|our)\b/i.test(right) && !/^(?:we|i|our|my)\b/i.test(left))
    )
      continue;
    found.push([comma.index, comma.index + comma[0].length + joined.length]);
  }
  return found;
}

/** "If they run late, we …" is one thought. */
function isSubordinate(left: string): boolean {
  return (
    /^(?:if|when|while|because|since|although|though|once|after|before|unless|whenever|as|with|instead of|by)\b/i.test(
      left,
    ) && !/,/.test(left)
  );
}

import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { capitalise } from "../nlu/repair-wording.ts";

/** Words made a sentence: capital in front, one stop behind. */
export function sentence(text: string): string {
  const plain = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s,;:]+$/, "");
  const stopped = /[.?!]["')]?$/.test(plain) ? plain : `${plain}.`;
  return capitalise(stopped);
}

/** Words in a text, as a reader counts them. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const splitters = [
  /;\s+/,
  /,\s+(?=(?:and|but|so)\s+(?:we|they|it|you|our|the|this|that)\b)/i,
  /\s+(?=(?:and|but) (?:we|they|it|you|our|this|that) )/i,
  /,\s+(?=(?:which)\b)/i,
  /,\s+(?=(?:we|they|it|our)\b)/i,
];

/** A long sentence cut in two or more where a clause begins; a short one stays whole. */
export function splitLong(text: string, most = 24): string[] {
  if (wordCount(text) <= most) return [text];
  const joint = text.match(/,?\s+(?:and|but|so)\s+/gi)?.length ?? 0;
  if (joint > 0)
    for (const match of [...text.matchAll(/,?\s+(?:and|but|so)\s+/gi)].reverse()) {
      const front = text.slice(0, match.index);
      const back = text.slice(match.index + match[0].length);
      const verb = findVerb(wordsOf(back));
      if (
        verb > 0 &&
        verb <= 6 &&
        wordCount(front) >= 5 &&
        wordCount(back) >= 4 &&
        findVerb(wordsOf(front)) >= 0 &&
        !/\b(?:who|that|which|if|when|because)\b[^,]*$/i.test(front)
      )
        return [...splitLong(sentence(front), most), ...splitLong(sentence(back), most)];
    }
  for (const splitter of splitters) {
    const pieces = text.split(splitter);
    const [front, ...rest] = pieces;
    if (front === undefined || rest.length === 0 || wordCount(front) < 4) continue;
    const tail = rest
      .join(", ")
      .replace(/^(?:and|but|so)\s+/i, "")
      .replace(/^which\s+/i, "That ");
    return [sentence(front), ...splitLong(sentence(tail), most)];
  }
  return [trimTail(text, most)];
}

/** The last resort for a sentence without clauses: end it at its last comma before the limit. */
function trimTail(text: string, most: number): string {
  const commas = [...text.matchAll(/,\s+/g)]
    .map(({ index }) => index)
    .filter((index) => wordCount(text.slice(0, index)) <= most && wordCount(text.slice(0, index)) >= 8);
  const at = commas.at(-1);
  return at === undefined || wordCount(text) <= most + 8 ? text : sentence(text.slice(0, at));
}

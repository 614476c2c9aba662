import { kindOfNoun, isPluralWord } from "../words/number-of.ts";
import { productNouns } from "../words/nouns.ts";
import { baseOf, isAuxiliary } from "../words/verb-forms.ts";

const determiners = new Set("a an the our my their your his her its this these those each every no some any all both".split(" "));
const prepositions = new Set("of in at for to with by on from into over under about as per than between without within through during after before and or".split(" "));
const adverbs = /^(?:still|often|usually|always|never|also|just|really|constantly|currently|mostly|typically|generally|rarely|hardly|barely|already|even|now|only|simply|regularly|frequently|sometimes|all|both|easily|quickly|automatically|actually|finally|probably|normally|barely)$/i;
const objects = /^(?:a|an|the|our|my|their|your|its|this|these|those|each|every|no|some|any|all|both|it|them|us|you|him|her|more|less|fewer|too|so|up|out|down|off|back|over|about|twice|half|most|many|\d.*|[$€£].*|\w+ing|\w+ly)$/i;

/** Words of a phrase without the punctuation around them. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).map((word) => word.replace(/^["'(]+|["'),.;:!?]+$/g, "")).filter((word) => word !== "");
}

/**
 * Index of the verb that makes `words` a sentence, or -1 for a phrase without
 * one. A heuristic over forms and neighbours: a relative clause ends the search,
 * since its verb belongs to the noun before it.
 */
export function findVerb(words: readonly string[]): number {
  const [first = ""] = words;
  if (/^(?:we|they|you|i|it|he|she|this|that|there|nobody|everyone|everybody|most|many|these|those|it's|that's|there's|they're|we're|you're|i'm|we've|they've|i've|we'll|they'll|it'll|i'd|we'd|they'd)$/i.test(first)) {
    if (/'(?:s|re|m|ve|ll|d)$/i.test(first)) return 0;
    const next = words.findIndex((word, index) => index > 0 && !/^(?:of|them|us|also|just|still|often|usually|really|always|never|currently|mostly|basically|now|all|both|already|only|sometimes|typically|generally|simply|even|too|barely|hardly|rarely|constantly|actually|mainly|regularly|frequently|probably|normally)$/i.test(word));
    if (/^(?:most|many|these|those|this|that)$/i.test(first)) return findVerbAfter(words, 1);
    return next;
  }
  return findVerbAfter(words, 1);
}

function findVerbAfter(words: readonly string[], start: number): number {
  const owned = determiners.has((words[0] ?? "").toLowerCase());
  for (let i = start; i < words.length; i++) {
    const word = words[i] ?? "";
    if (adverbs.test(word)) continue;
    const before = words.slice(0, i).findLast((one) => !adverbs.test(one)) ?? "";
    const next = words[i + 1];
    if (/^(?:who|that|which|whose|where|they|you|we|she|he|I)$/i.test(word) && !/,$/.test(before)) return -1;
    if (/'re$|'ve$|'ll$/i.test(word)) return i;
    if (isAuxiliary(word)) return i;
    if (determiners.has(before.toLowerCase()) || prepositions.has(before.toLowerCase())) continue;
    const led = adverbs.test(words[i - 1] ?? "") && i > 1;
    if (led && (baseOf(word, "base") !== undefined || baseOf(word, "third") !== undefined || baseOf(word, "past") !== undefined) && next !== undefined) return i;
    const object = next === undefined || objects.test(next) || isPluralWord(next);
    const person = kindOfNoun(before) !== undefined || /^\p{Lu}[\p{Ll}\p{N}]+$/u.test(before);
    if (baseOf(word, "third") !== undefined && !productNouns.has(word.toLowerCase()) && !isPluralWord(before) && (((owned || person) && (next !== undefined || /^(?:works|fails|breaks|leaks|helps|matters|grows|hurts|wins|pays)$/i.test(word))) || (object && next !== undefined))) return i;
    if (baseOf(word, "third") !== undefined && owned && i > 1 && object && next !== undefined && !isPluralWord(before)) return i;
    if (baseOf(word, "past") !== undefined && (person || owned || isPluralWord(before)) && next !== undefined && !/ing$/.test(word) && (object || person || (owned && i >= 2))) return i;
    if (baseOf(word, "base") !== undefined && isPluralWord(before) && next !== undefined && (objects.test(next) || isPluralWord(next) || (!productNouns.has(word.toLowerCase()) && (kindOfNoun(before) !== undefined || owned)))) return i;
  }
  return -1;
}

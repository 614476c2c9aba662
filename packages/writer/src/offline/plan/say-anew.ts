import type { Sentence } from "../ast/tree.ts";
import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { lowerFirst } from "../nlu/noun-phrase.ts";
import { shapeOf } from "../nlu/shape-of.ts";
import { benefitSentences, proofsOf, valueSentences } from "./content-sentences.ts";
import { phraseSentence } from "./make-sentences.ts";
import { problemSentences } from "./problem-sentences.ts";
import { wordCount } from "./sentence.ts";
import type { Setting } from "./setting.ts";

/** Of one kind of fact, at most this many words go into a frame; longer ones read as two sentences in one. */
const longest = 24;

/**
 * What an earlier email has said already, said in another way: the result, the
 * benefit, the trouble as a condition, the offer in one line. One sentence for
 * each kind that is known, in that order; none of them is a sentence of an earlier email.
 */
export function sayAnew(setting: Setting): readonly Sentence[] {
  const { facts } = setting.known;
  const results = facts.proof.map((item) => proofsOf(item, setting));
  const benefits = [
    ...facts.outcome.map((item) => benefitSentences(item, "outcome", setting)),
    ...facts.difference.map((item) => benefitSentences(item, "difference", setting)),
    ...facts.product
      .slice(1)
      .filter(({ value, topicOnly }) => topicOnly !== true && /^(?:we|I|our)\b/i.test(value))
      .map((item) => benefitSentences(item, "outcome", setting)),
  ];
  const troubles = facts.pain.map((item) => problemSentences(item, setting));
  const offers =
    setting.productItem === undefined || setting.productItem.topicOnly === true
      ? []
      : [valueSentences(setting.productItem, setting, false)];
  return [
    framed(results, "result", setting),
    framed(benefits, "benefit", setting),
    framed(troubles, "trouble", setting),
    framed(offers, "offer", setting),
  ].flatMap((one) => (one === undefined ? [] : [one]));
}

function framed(
  made: readonly (readonly Sentence[])[],
  kind: "result" | "benefit" | "trouble" | "offer",
  setting: Setting,
): Sentence | undefined {
  // A fact of two sentences keeps its sense only as a whole, and "it" or "they" needs the sentence before.
  const source = made
    .filter((list) => list.length === 1)
    .flat()
    .map((one) => ({ ...one, text: kind === "trouble" ? toYou(one.text, setting) : one.text }))
    .find(
      ({ text }) =>
        wordCount(text) <= longest &&
        !/[?:]/.test(text) &&
        !/^(?:it|that|this|if|they|for many|many|too many|a lot|lots|most|some|last|when|because)\b/i.test(text) &&
        findVerb(wordsOf(text)) > 0 &&
        shapeOf(text.replace(/\.$/, "")) === "clause",
    );
  if (source === undefined) return undefined;
  const plain = source.text.replace(/\.$/, "");
  const line = kind === "trouble" ? lowerFirst(plain) : `${lowerStart(kind === "result" ? timeFirst(plain) : plain)}.`;
  const frame =
    kind === "offer"
      ? phraseSentence("follow-value", "value", setting, { line })
      : phraseSentence("follow-proof", "value", setting, { line }, { shapes: [kind], must: [kind], spare: ["co"] });
  const part = kind === "result" ? "proof" : kind === "benefit" ? "outcome" : kind === "trouble" ? "problem" : "value";
  return frame === undefined
    ? undefined
    : { ...frame, part, origin: "user", ...(source.evidence === undefined ? {} : { evidence: source.evidence }) };
}

/** "Many bakers lose a third of their ovens" → "you lose a third of your ovens". */
function toYou(text: string, { audience }: Setting): string {
  const start = /^(?:too many|many|a lot of|lots of|most|some) /i.exec(text)?.[0] ?? "";
  const rest = text.slice(start.length);
  if (start === "" || !rest.toLowerCase().startsWith(`${audience.short.toLowerCase()} `)) return text;
  return `You ${rest
    .slice(audience.short.length + 1)
    .replace(/\btheir\b/gi, "your")
    .replace(/\bthem\b/gi, "you")
    .replace(/\bthey\b/gi, "you")}`;
}

/** A name keeps its capital behind a colon; small words lose theirs. */
function lowerStart(text: string): string {
  return text.replace(
    /^(?:We|Our|The|An?|You|Your|There|They|In|On|At|With|Within|Last|This|Each|Every|One|All)(?=['\s])/,
    (word) => word.toLowerCase(),
  );
}

/** "Brix cut calls by 40% in two months" → "in two months, Brix cut calls by 40%". */
function timeFirst(text: string): string {
  const match =
    /^([^,]{12,}) ((?:in|within) (?:\d+|one|two|three|four|five|six|nine|ten|twelve|a|an) (?:day|week|month|quarter|year|hour)s?|(?:last|this) (?:winter|summer|spring|autumn|fall|year|month|season|quarter))$/.exec(
      text,
    );
  return match?.[1] === undefined || match[2] === undefined
    ? text
    : `${match[2]}, ${match[1].replace(/^(?:The|An?|Our|We|It|They) /, (word) => word.toLowerCase())}`;
}

import type { Sentence } from "../ast/tree.ts";
import { lowerFirst } from "../nlu/noun-phrase.ts";
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
  const benefits = [...facts.outcome.map((item) => benefitSentences(item, "outcome", setting)), ...facts.difference.map((item) => benefitSentences(item, "difference", setting)), ...facts.product.slice(1).filter(({ value, topicOnly }) => topicOnly !== true && /^(?:we|I|our)\b/i.test(value)).map((item) => benefitSentences(item, "outcome", setting))];
  const troubles = facts.pain.map((item) => problemSentences(item, setting));
  const offers = setting.productItem === undefined || setting.productItem.topicOnly === true ? [] : [valueSentences(setting.productItem, setting, false)];
  return [framed(results, "result", setting), framed(benefits, "benefit", setting), framed(troubles, "trouble", setting), framed(offers, "offer", setting)].flatMap((one) => (one === undefined ? [] : [one]));
}

function framed(made: readonly (readonly Sentence[])[], kind: "result" | "benefit" | "trouble" | "offer", setting: Setting): Sentence | undefined {
  // A fact of two sentences keeps its sense only as a whole, and "it" or "that" needs the sentence before.
  const source = made.filter((list) => list.length === 1).flat().find(({ text }) => wordCount(text) <= longest && !/[?:]/.test(text) && !/^(?:it|that|this|if)\b/i.test(text) && (kind !== "trouble" || !/^(?:for many|many|most|some)\b/i.test(text)));
  if (source === undefined) return undefined;
  const line = kind === "trouble" ? lowerFirst(source.text.replace(/\.$/, "")) : `${lowerFirst(kind === "result" ? timeFirst(source.text.replace(/\.$/, "")) : source.text.replace(/\.$/, ""))}.`;
  const frame = kind === "offer" ? phraseSentence("follow-value", "value", setting, { line }) : phraseSentence("follow-proof", "value", setting, { line }, { shapes: [kind], must: [kind], spare: ["co"] });
  const part = kind === "result" ? "proof" : kind === "benefit" ? "outcome" : kind === "trouble" ? "problem" : "value";
  return frame === undefined ? undefined : { ...frame, part, origin: "user", ...(source.evidence === undefined ? {} : { evidence: source.evidence }) };
}

/** "Brix cut calls by 40% in two months" → "in two months, Brix cut calls by 40%". */
function timeFirst(text: string): string {
  const match = /^([^,]{12,}) ((?:in|within) (?:\d+|one|two|three|four|five|six|nine|ten|twelve|a|an) (?:day|week|month|quarter|year|hour)s?|(?:last|this) (?:winter|summer|spring|autumn|fall|year|month|season|quarter))$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? text : `${match[2]}, ${match[1].replace(/^(?:The|An?|Our|We|It|They) /, (word) => word.toLowerCase())}`;
}

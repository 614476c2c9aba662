import type { Sentence } from "../ast/tree.ts";
import { askOf, askSentence, offerSentences, valueSentences } from "../plan/content-sentences.ts";
import { problemSentences } from "../plan/problem-sentences.ts";
import { freshAngle, laterOpener } from "../plan/compose-later.ts";
import { greetingSentence, phraseSentence, signoffSentence } from "../plan/make-sentences.ts";
import type { Setting } from "../plan/setting.ts";

/**
 * The same sentence chosen again under a setting (another tone, seed or word
 * list); undefined when its part has no choice. `turn` is its place among the
 * sentences of its part.
 */
export function againIn(
  sentence: Sentence,
  turn: number,
  setting: Setting,
  avoid: ReadonlySet<string> = new Set(),
): Sentence | undefined {
  const { facts } = setting.known;
  const apart: Setting = avoid.size === 0 ? setting : { ...setting, used: new Set([...setting.used, ...avoid]) };
  switch (sentence.part) {
    case "greeting":
      return greetingSentence(apart);
    case "signoff":
      return signoffSentence(apart);
    case "opener": {
      const pain = facts.pain[0] !== undefined;
      if (apart.place !== "first") return laterOpener(apart, freshAngle(apart));
      return phraseSentence("opener", "opener", apart, pain ? { pain: "pain" } : {}, {
        must: pain ? ["pain"] : ["topic"],
      });
    }
    case "problem":
      return facts.pain[0] === undefined ? undefined : problemSentences(facts.pain[0], apart)[turn];
    case "value":
      return apart.productItem === undefined
        ? undefined
        : valueSentences(apart.productItem, apart, facts.pain[0] !== undefined && apart.place === "first")[turn];
    case "offer":
      return facts.offer[0] === undefined ? undefined : offerSentences(facts.offer[0], apart)[turn];
    case "ask":
      return apart.place === "last" && apart.known.ask === undefined
        ? phraseSentence("last-close", "ask", apart, {})
        : askSentence(askOf(apart), apart);
    case "soft":
      return phraseSentence("bridge", "soft", apart, {});
    default:
      return undefined;
  }
}

import type { Item } from "../brief/known.ts";
import type { Sentence } from "../ast/tree.ts";
import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { looksLikeAudience, lowerFirst } from "../nlu/noun-phrase.ts";
import { headNoun, isPluralPhrase, isPluralWord, kindOfNoun } from "../words/number-of.ts";
import { massNouns } from "../words/nouns.ts";
import { fitPain, type FittedPain } from "./fit-statement.ts";
import { phraseSentence, userSentence } from "./make-sentences.ts";
import { isInstruction, readsWell } from "./reads-well.ts";
import { sentence, splitLong, wordCount } from "./sentence.ts";
import { literal } from "./setting.ts";
import type { Setting } from "./setting.ts";

/**
 * The reader's trouble in one or more sentences. A clause goes in as it was said;
 * only words that cannot stand alone are put into a frame. `named` says that the
 * readers were named just before, so that "they" is clear.
 */
export function problemSentences(item: Item, setting: Setting, named = false): Sentence[] {
  const pain = fitPain(item.value);
  if (pain.shape === "clause" || isUnsure(pain))
    return splitLong(sentence(aboutReaders(pain.text, setting, named))).map((text) =>
      userSentence(text, "problem", item, setting),
    );
  const short = wordCount(setting.audience.short) <= 6 ? setting.audience.short : "teams";
  if (named && (pain.shape === "base" || pain.shape === "be" || pain.shape === "have"))
    return splitLong(
      sentence(`they ${pain.shape === "be" ? "are " : pain.shape === "have" ? "have " : ""}${pain.text}`),
    ).map((text) => userSentence(text, "problem", item, setting));
  const made = phraseSentence(
    "problem",
    "problem",
    setting,
    { pain: literal(pain.text), auds: short },
    {
      shapes: [
        `pain:${pain.shape}`,
        "auds",
        ...(/^(?:still|often|usually|always|never|can't|cannot|don't|do not|rarely|hardly|barely|have|need|want|spend|lose)\b/i.test(
          pain.text,
        ) || pain.shape !== "base"
          ? []
          : ["plainpain"]),
      ],
      must: [`pain:${pain.shape}`],
      banned: [
        ...setting.banned,
        ...(/\ba lot\b/i.test(pain.text) ? ["a lot of", "lots of"] : []),
        ...(/\bmany\b/i.test(pain.text) ? ["many"] : []),
      ],
    },
  );
  const text = made?.text ?? sentence(`many ${short} have to deal with ${pain.text}`);
  if (!readsWell(text))
    return splitLong(sentence(item.value))
      .filter((piece) => !isInstruction(piece))
      .map((piece) => userSentence(piece, "problem", item, setting));
  const { text: _, ...base } = made ?? userSentence(text, "problem", item, setting);
  return splitLong(text).map((piece) => ({
    ...userSentence(piece, "problem", item, setting),
    ...base,
    text: piece,
    ...(item.evidence === undefined ? {} : { evidence: [item.evidence] }),
  }));
}

/** Words taken for a noun phrase only because no verb was found: so many of them, or such a beginning, are more likely a sentence. */
function isUnsure({ shape, text }: FittedPain): boolean {
  return (
    shape === "noun" &&
    (wordCount(text) > 6 ||
      /^(?:when|whenever|if|because|since|while|after|before|every time|each time|nobody|no one|everyone|everybody|it|there)\b/i.test(
        text,
      ))
  );
}

/**
 * A clause about the readers' things, in which "they" and "their" must be clear:
 * "parking fines eat their margin" → "for many florists, parking fines eat their
 * margin". Where the clause names its own people ("nurses lose their shifts") it
 * stays as it is.
 */
function aboutReaders(source: string, setting: Setting, named: boolean): string {
  const owns = /^their\s/i.test(source);
  const text = source.replace(/^(?:so|and|but|because)\s+/i, "").replace(/^their\s+(?=\w)/i, "");
  const words = wordsOf(text);
  const subject =
    words
      .slice(0, Math.max(1, findVerb(words)))
      .join(" ")
      .split(/\s(?:of|in|at|from|for|with|to)\s/i)[0] ?? "";
  const head = headNoun(subject);
  const needsArticle =
    owns &&
    !isPluralPhrase(subject) &&
    !isPluralWord(head) &&
    !massNouns.has(head.toLowerCase()) &&
    !/^[A-Z]/.test(head) &&
    !/(?:ing|age|ware|ment|ance|ness)$/i.test(head);
  const clause = needsArticle ? `the ${text}` : text;
  const pronoun = text.search(/\b(?:they|their|(?<!of )them)\b/i);
  const before = pronoun < 0 ? "" : text.slice(0, pronoun);
  const led =
    /^((?:from|since|in|by|after|before|every|each|at|until|right now|today)\b[^,]{1,30}?),? they (.+)$/i.exec(text);
  if (led?.[1] !== undefined && led[2] !== undefined && setting.hasAudience && !named)
    return `${led[1]}, ${wordCount(setting.audience.short) <= 6 ? setting.audience.short : "teams"} ${led[2]}`;
  const ownPeople =
    looksLikeAudience(subject) ||
    wordsOf(before).some(
      (word) =>
        (isPluralWord(word) && kindOfNoun(word) === "person") ||
        /^(?:people|staff|players|parents|students|guests|shoppers|couples|donors|tenants|drivers|visitors|patients|customers|everyone|organisers|organizers)$/i.test(
          word,
        ),
    );
  const things =
    pronoun > 0 &&
    /\b(?:because|so|until|before|when|if|and|but|while|unless)\s+$/i.test(before) &&
    wordsOf(before).some((word) => isPluralWord(word));
  if (
    /^(?:it|everything|all)(?:'s| is)\b/i.test(text) &&
    setting.hasAudience &&
    !named &&
    wordCount(setting.audience.short) <= 6
  )
    return `for many ${setting.audience.short}, ${lowerFirst(text)}`;
  const unclear =
    (pronoun >= 0 && !ownPeople && !(things && !owns && !/\btheir\b/i.test(text))) || (owns && needsArticle);
  if (!unclear || named) return clause;
  if (!setting.hasAudience)
    return clause
      .replace(/\btheir\b/gi, "your")
      .replace(/\bthey\b/gi, "you")
      .replace(/\bthem\b/gi, "you");
  const auds = wordCount(setting.audience.short) <= 6 ? setting.audience.short : "teams";
  return `for many ${auds}, ${lowerFirst(clause)}`;
}

import type { Tree } from "../ast/tree.ts";
import { capitalise } from "../nlu/repair-wording.ts";
import { fillPhrase, rankPhrases } from "../phrases/choose-phrase.ts";
import { wordCount } from "./sentence.ts";
import { literal } from "./setting.ts";
import type { Setting } from "./setting.ts";

/** Characters that most phones show of a subject (check S02). */
const phoneWidth = 50;

/** A subject of two to five words, or the one that was set. */
export function subjectOf(setting: Setting): Tree["subject"] {
  if (setting.known.subject !== undefined)
    return { text: capitalise(literal(setting.known.subject).replace(/[.\s]+$/, "")).slice(0, 200), human: true };
  return subjectOptions(setting, 1)[0] ?? { text: capitalise(setting.topic) };
}

/** Up to `count` different subjects, best first. None equals one in `taken`. */
export function subjectOptions(
  setting: Setting,
  count: number,
  taken: ReadonlySet<string> = new Set(),
): { text: string; phrase: string }[] {
  const named = setting.topic !== "a quick idea";
  const has = new Set(["co", ...(named ? ["topic"] : [])]);
  const slots = { co: setting.co, topic: literal(setting.topic) };
  const phrased = rankPhrases({
    role: "subject",
    tone: setting.tone,
    has,
    seed: `${setting.seed}|subject`,
    used: setting.used,
    banned: setting.banned,
  }).map((phrase) => ({
    text: capitalise(fillPhrase(phrase.text.replace(/^\{co\}/, "{start}"), { ...slots, start: setting.coStart })),
    phrase: phrase.id,
  }));
  const seen = new Set<string>();
  return [...ownWords(setting, named), ...phrased]
    .filter(({ text }) => {
      const shown = text.replace(/%[\w.]+\|([^%]*)%/g, "Northwind Two");
      const key = text.toLowerCase();
      if (seen.has(key)) return false;
      seen.add(key);
      return (
        wordCount(shown) >= 2 &&
        wordCount(shown) <= 7 &&
        shown.length <= phoneWidth &&
        !taken.has(text) &&
        !setting.banned.some((word) => key.includes(word.toLowerCase()))
      );
    })
    .slice(0, count);
}

/** Subjects of the user's own nouns and nothing else; follow-ups add the company so as not to repeat the first. */
function ownWords(setting: Setting, named: boolean): { text: string; phrase: string }[] {
  const made: { text: string; phrase: string }[] = [];
  const add = (text: string, phrase: string): void => {
    if (setting.plain && !setting.used.has(phrase)) made.push({ text: capitalise(text), phrase });
  };
  const headline = setting.headline === undefined ? undefined : literal(setting.headline);
  const topic = literal(setting.topic);
  if (headline !== undefined) add(headline, "subject-own-headline");
  if (named)
    add(wordCount(topic) >= 2 && topic.length >= 8 ? topic : `${topic} for ${setting.co}`, "subject-own-topic");
  if (headline !== undefined) add(`${headline} at ${setting.co}`, "subject-own-headline-co");
  if (named) add(`${topic} for ${setting.co}`, "subject-own-topic-co");
  return made;
}

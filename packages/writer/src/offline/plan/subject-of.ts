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
  if (setting.known.subject !== undefined) return { text: capitalise(literal(setting.known.subject).replace(/[.\s]+$/, "")).slice(0, 200), human: true };
  return subjectOptions(setting, 1)[0] ?? { text: capitalise(setting.topic) };
}

/** Up to `count` different subjects, best first. None equals one in `taken`. */
export function subjectOptions(setting: Setting, count: number, taken: ReadonlySet<string> = new Set()): { text: string; phrase: string }[] {
  const has = new Set(["co", ...(setting.topic === "a quick idea" ? [] : ["topic"])]);
  const slots = { co: setting.co, topic: literal(setting.topic) };
  const made = rankPhrases({ role: "subject", tone: setting.tone, has, seed: `${setting.seed}|subject`, used: setting.used, banned: setting.banned }).map((phrase) => ({ text: capitalise(fillPhrase(phrase.text.replace(/^\{co\}/, "{start}"), { ...slots, start: setting.coStart })), phrase: phrase.id }));
  const fitting = made.filter(({ text }) => {
    const shown = text.replace(/%[\w.]+\|([^%]*)%/g, "Northwind Two");
    return wordCount(shown) >= 2 && wordCount(shown) <= 7 && shown.length <= phoneWidth && !taken.has(text) && !setting.banned.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  });
  return fitting.slice(0, count);
}

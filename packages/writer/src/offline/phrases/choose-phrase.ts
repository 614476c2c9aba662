import type { ToneName } from "../nlu/op.ts";
import { hash } from "../plan/seeded.ts";
import { phraseBook } from "./phrase-book.ts";
import type { Phrase, PhraseRole } from "./phrase.ts";

const distances: Readonly<Record<ToneName, Readonly<Record<ToneName, number>>>> = {
  casual: { casual: 0, friendly: 1, neutral: 2, soft: 2, direct: 3, formal: 6 },
  friendly: { friendly: 0, casual: 2, soft: 1, neutral: 1, formal: 4, direct: 3 },
  neutral: { neutral: 0, friendly: 2, direct: 2, soft: 2, formal: 3, casual: 3 },
  formal: { formal: 0, neutral: 1, soft: 2, direct: 3, friendly: 4, casual: 8 },
  direct: { direct: 0, neutral: 1, casual: 3, friendly: 3, formal: 3, soft: 5 },
  soft: { soft: 0, friendly: 1, neutral: 1, formal: 3, casual: 3, direct: 6 },
};

/** What a choice depends on. */
export interface Choice {
  readonly role: PhraseRole;
  readonly tone: ToneName;
  /** Slots that can be filled, and shapes such as `pain:base`. */
  readonly has: ReadonlySet<string>;
  readonly seed: string;
  /** Prefer the shortest. */
  readonly short?: boolean;
  /** Phrases already used in the campaign, or to be avoided. */
  readonly used?: ReadonlySet<string>;
  readonly place?: "first" | "follow" | "last";
  /** Words that must not occur. */
  readonly banned?: readonly string[];
  /** A phrase is only taken when its needs name one of these. */
  readonly must?: readonly string[];
  /** Slots better left to other lines, such as a company name used just before. */
  readonly spare?: readonly string[];
}

/** The best phrase for a place, or undefined when none fits. Seeded: the same choice gives the same phrase. */
export function choosePhrase(choice: Choice): Phrase | undefined {
  return rankPhrases(choice)[0];
}

/** All fitting phrases, best first. */
export function rankPhrases(choice: Choice): Phrase[] {
  const scored = phraseBook
    .filter(
      (phrase) =>
        phrase.role === choice.role &&
        phrase.needs.every((need) => choice.has.has(need)) &&
        (phrase.place === undefined || choice.place === undefined || phrase.place === choice.place),
    )
    .filter((phrase) => (choice.must ?? []).every((need) => phrase.needs.includes(need)))
    .filter((phrase) => !(choice.banned ?? []).some((word) => hasWord(phrase.text, word)))
    .map((phrase) => ({ phrase, score: score(phrase, choice), order: hash(`${choice.seed}|${phrase.id}`) }));
  return scored
    .toSorted((a, b) => a.score - b.score || a.order - b.order || (a.phrase.id < b.phrase.id ? -1 : 1))
    .map(({ phrase }) => phrase);
}

function score(phrase: Phrase, choice: Choice): number {
  const used = choice.used?.has(phrase.id) === true ? 20 : 0;
  const spared = (choice.spare ?? []).some((need) => phrase.needs.includes(need)) ? 5 : 0;
  const vague = phrase.role === "subject" && choice.has.has("topic") && !phrase.needs.includes("topic") ? 3 : 0;
  const length = choice.short === true ? phrase.text.split(/\s+/).length / 3 : 0;
  return (
    distances[choice.tone][phrase.tone] * 2 +
    used +
    length +
    spared +
    vague -
    (phrase.needs.includes("notfor") ? 2 : 0) -
    (phrase.needs.includes("best") ? 12 : 0)
  );
}

/** Whether `text` holds `word` as a whole word or phrase, whatever its case. */
export function hasWord(text: string, word: string): boolean {
  const plain = word.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return plain !== "" && new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, "iu").test(text);
}

/** Put slot values into a phrase. A slot without a value leaves nothing behind. */
export function fillPhrase(text: string, slots: Readonly<Record<string, string>>): string {
  return text
    .replace(
      /\{(\w+)\}/g,
      (_, name: string) => slots[name] ?? slots[name.charAt(0).toLowerCase() + name.slice(1)] ?? "",
    )
    .replace(/\s+([.,?])/g, "$1")
    .replace(/\s{2,}/g, " ")
    .trim();
}

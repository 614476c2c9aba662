import { productNouns } from "../words/nouns.ts";
import { headNoun, isPluralWord } from "../words/number-of.ts";
import { baseOf, isAuxiliary } from "../words/verb-forms.ts";
import { findVerb, wordsOf } from "./find-verb.ts";

/**
 * How a phrase can stand in a sentence: clause (has its own subject and verb),
 * base ("cut costs"), third ("cuts costs"), gerund ("cutting costs"),
 * participle ("trusted by 40 labs"), adjective ("tired of waiting") or noun.
 */
export type Shape = "clause" | "base" | "third" | "gerund" | "participle" | "adjective" | "noun";

const adjectives =
  /^(?:tired|sick|fed up|stuck|busy|short|afraid|worried|unable|frustrated|overwhelmed|swamped|drowning|unhappy|behind|low on|unsure|unaware|understaffed|overworked|dependent|annoyed|losing|wasting|spending|struggling)\b/i;
const nounish = new Set(
  "work help support supply service order plan test design feed water waste heat light host search source care trade ship film paint print sample stock book call demand need use visit cost lease rent train report review store process project schedule share surface package farm fish market head lead house group model track benefit".split(
    " ",
  ),
);

/** Classify a phrase by its first words and its verb. */
export function shapeOf(text: string): Shape {
  const words = wordsOf(text);
  const start = words.findIndex(
    (word) =>
      !/^(?:also|still|often|usually|always|never|really|just|constantly|currently|mostly|finally|quickly|automatically|to)$/i.test(
        word,
      ),
  );
  const first = words[start] ?? "";
  const next = words[start + 1] ?? "";
  if (adjectives.test(text)) return "adjective";
  if (/^(?:last|next|this|every|each)\s+\w+/i.test(text)) return findVerb(words) > 0 ? "clause" : "noun";
  if (isAuxiliary(first) || /^(?:can|can't|don't|won't)$/i.test(first))
    return /^(?:is|has|does|was|isn't|doesn't|hasn't)$/i.test(first) ? "third" : "base";
  const head = headNoun(text).toLowerCase();
  const gerund = baseOf(first, "gerund");
  if (gerund !== undefined && subjectOfVerb(words, start)) return "clause";
  if (
    gerund !== undefined &&
    !(productNouns.has(head) && words.length <= 5 && !/^(?:a|an|the|their|our|your|every|all|more)$/i.test(next))
  )
    return next === "" && words.length === 1
      ? "noun"
      : findVerb(words) > 1 && /^(?:is|are|takes|costs|eats)$/i.test(words[findVerb(words)] ?? "")
        ? "clause"
        : "gerund";
  if (/^(?:not|no longer)$/i.test(first)) return baseOf(next, "gerund") === undefined ? "noun" : "gerund";
  if (/^\p{Lu}\S* \p{Lu}\S* \S/u.test(text) && findVerb(words) > 1) return "clause";
  if (/^(?:in|at|of)$/i.test(next) && /^\p{Lu}/u.test(text) && findVerb(words) > 2) return "clause";
  if (
    baseOf(first, "base") !== undefined &&
    next !== "" &&
    (!nounish.has(first.toLowerCase()) ||
      /^(?:a|an|the|their|our|your|its|every|all|more|less|fewer|up|on|with|out|it|them|\d.*)$/i.test(next)) &&
    (findVerb(words) < 1 ||
      /^(?:a|an|the|their|our|your|its|every|all|more|less|fewer|up|on|with|out|it|them|\d.*)$/i.test(next)) &&
    !isPluralWord(first)
  )
    return "base";
  if (words.some((word) => /^to$/i.test(word)) && /^to$/i.test(words[0] ?? "")) return "base";
  if (
    baseOf(first, "third") !== undefined &&
    next !== "" &&
    !/^(?:of|for|in|at|and|to|from|that)$/i.test(next) &&
    !productNouns.has(first.toLowerCase()) &&
    findVerb(words) < 1
  )
    return "third";
  if (
    baseOf(first, "past") !== undefined &&
    baseOf(first, "base") === undefined &&
    /^(?:by|in|with|at|for|since|to|on|as)$/i.test(next)
  )
    return "participle";
  if (findVerb(words) >= 0) return "clause";
  return "noun";
}

/** "parking fines eat the margin", "closing the books takes 12 days": the word in -ing belongs to the subject. */
function subjectOfVerb(words: readonly string[], start: number): boolean {
  if (/^(?:help|mak|let|watch|see|hav|keep|gett|hear|ask)/i.test(words[start] ?? "")) return false;
  for (let i = start + 2; i < words.length; i++) {
    const word = words[i] ?? "";
    if (/^(?:that|which|who|because|when|if|while|so|where)$/i.test(word)) return false;
    if (
      /^(?:takes|costs|eats|means|ties|wastes|is|leads|causes|slows|keeps|makes|remains|puts)$/i.test(word) &&
      i < words.length - 1 &&
      !/^(?:the|a|an|of|to|their|our)$/i.test(words[i - 1] ?? "")
    )
      return true;
    if (
      i === start + 2 &&
      isPluralWord(words[i - 1] ?? "") &&
      (baseOf(word, "base") !== undefined || isAuxiliary(word)) &&
      i < words.length - 1 &&
      !/^(?:on|by|from)$/i.test(word) &&
      findVerb(words) === i
    )
      return true;
  }
  return false;
}

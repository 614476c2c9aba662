import { kindOfNoun, isPluralWord } from "../words/number-of.ts";
import { productNouns } from "../words/nouns.ts";
import { baseOf, isAuxiliary } from "../words/verb-forms.ts";

const determiners = new Set(
  "a an the our my their your his her its this these those each every no some any all both".split(" "),
);
const prepositions = new Set(
  "of in at for to with by on from into over under about as per than between without within through during after before and or".split(
    " ",
  ),
);
const adverbs =
  /^(?:still|often|usually|always|never|also|just|really|constantly|currently|mostly|typically|generally|rarely|hardly|barely|already|even|now|only|simply|regularly|frequently|sometimes|all|both|easily|quickly|automatically|actually|finally|probably|normally|barely|either|then|recently|suddenly|slowly|basically)$/i;
const objects =
  /^(?:a|an|the|our|my|their|your|its|this|these|those|each|every|no|some|any|all|both|it|them|us|you|him|her|more|less|fewer|too|so|up|out|down|off|back|over|about|twice|half|most|many|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|\d.*|[$€£~].*|\w+ing|\w+ly)$/i;
const subordinators =
  /^(?:because|when|if|while|unless|until|although|though|whenever|whether|how|what|why|where|so|since|before|after|which|who|that)$/i;
/** Verbs that are as often nouns: as a verb they need an object or a particle behind them. */
const nounish = new Set(
  "work help support supply service order plan test design feed water waste heat light host search source care trade ship film paint print sample stock book call demand need use visit cost lease rent train report review store process project schedule share surface package farm fish market head lead house group model track benefit sound state value price load label interest offer stage trust free trial view point set".split(
    " ",
  ),
);
/** Past forms that are nothing but past forms. */
const surePast = new Set(
  "went got grew fell saw sold paid found kept took brought ran won lost became began chose drove gave knew met rose spent told thought wrote cut".split(
    " ",
  ),
);

/** Words of a phrase without the punctuation around them. */
export function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^["'(]+|["'),.;:!?]+$/g, ""))
    .filter((word) => word !== "");
}

/**
 * Index of the verb that makes `words` a sentence, or -1 for a phrase without
 * one. A heuristic over forms and neighbours. A relative clause is stepped over:
 * its verb belongs to the noun before it ("a crane that fails stops the quay").
 */
export function findVerb(words: readonly string[]): number {
  const [first = ""] = words;
  if (
    /^(?:we|they|you|i|it|he|she|this|that|there|nobody|everyone|everybody|most|many|these|those|ours|mine|it's|that's|there's|they're|we're|you're|i'm|we've|they've|i've|we'll|they'll|it'll|i'd|we'd|they'd)$/i.test(
      first,
    )
  ) {
    if (/'(?:s|re|m|ve|ll|d)$/i.test(first)) return 0;
    const next = words.findIndex(
      (word, index) =>
        index > 0 &&
        !/^(?:of|them|us|also|just|still|often|usually|really|always|never|currently|mostly|basically|now|all|both|already|only|sometimes|typically|generally|simply|even|too|barely|hardly|rarely|constantly|actually|mainly|regularly|frequently|probably|normally|either|then)$/i.test(
          word,
        ),
    );
    if (/^(?:most|many|these|those|this|that)$/i.test(first)) return findVerbAfter(words, 1);
    return next;
  }
  if (/^(?:in|at|for|with|from|during|after|since|on|by|within|last|this)$/i.test(first)) return findVerbBehind(words);
  return findVerbAfter(words, 1);
}

/** The verb of a clause that a phrase of time or place leads: "in a study with 60 nurses pain fell by 45%". */
function findVerbBehind(words: readonly string[]): number {
  for (let i = 3; i < words.length - 1; i++) {
    const word = words[i] ?? "";
    const before = (words[i - 1] ?? "").toLowerCase();
    if (determiners.has(before) || prepositions.has(before)) continue;
    if (isAuxiliary(word) || surePast.has(word.toLowerCase()) || /^(?:we|they|you|it|i)$/i.test(before)) return i;
    if (
      baseOf(word, "third") !== undefined &&
      !productNouns.has(word.toLowerCase()) &&
      !isPluralWord(before) &&
      objects.test(words[i + 1] ?? "")
    )
      return i;
    if (baseOf(word, "past") !== undefined && baseOf(word, "base") === undefined && objects.test(words[i + 1] ?? ""))
      return i;
    if (baseOf(word, "base") !== undefined && isPluralWord(before) && objects.test(words[i + 1] ?? "")) return i;
  }
  return -1;
}

function findVerbAfter(words: readonly string[], start: number): number {
  const owned = determiners.has((words[0] ?? "").toLowerCase());
  for (let i = start; i < words.length; i++) {
    const word = words[i] ?? "";
    if (adverbs.test(word)) continue;
    if (/^(?:who|that|which|whose|where)$/i.test(word)) return afterRelative(words, i);
    if (subordinators.test(word) && i > 1 && !prepositions.has(word.toLowerCase())) return -1;
    if (isVerbAt(words, i, owned)) return i;
  }
  return -1;
}

/** The main verb behind a relative clause that begins at `at`; -1 when the phrase ends with the clause. */
function afterRelative(words: readonly string[], at: number): number {
  const singular = !isPluralWord(headBefore(words, at));
  const inner = words.findIndex((word, index) => index > at && !adverbs.test(word));
  const base = baseOf(words[inner] ?? "", "third") ?? baseOf(words[inner] ?? "", "base") ?? "";
  if (
    inner < 0 ||
    /^(?:help|let|make|have|tell|show|allow|see|ask|want|need|get|know|can|could|will)$/.test(base) ||
    (isAuxiliary(words[inner] ?? "") && /^(?:can|could|will|would|does|do)$/i.test(words[inner] ?? ""))
  )
    return -1;
  for (let i = inner + 2; i < words.length; i++) {
    const word = words[i] ?? "";
    if (subordinators.test(word)) return -1;
    const before = (words[i - 1] ?? "").toLowerCase();
    if (prepositions.has(before) || determiners.has(before) || adverbs.test(word)) continue;
    const next = words[i + 1] ?? "";
    if (singular ? /^(?:is|has|was|does|can|will)$/i.test(word) : /^(?:are|have|were|do|can|will)$/i.test(word))
      return i;
    if (singular && baseOf(word, "third") !== undefined && objects.test(next)) return i;
    if (!singular && baseOf(word, "base") !== undefined && objects.test(next) && isPluralWord(words[i - 1] ?? ""))
      return i;
  }
  return -1;
}

/** The noun that the words before `at` are about: the last one before the first preposition. */
function headBefore(words: readonly string[], at: number): string {
  const front = words.slice(0, at).filter((word) => !adverbs.test(word));
  if (/^(?:of)$/i.test(front[1] ?? "") && /^(?:\d.*|half|most|many|some|all|none|one|part|two)$/i.test(front[0] ?? ""))
    return headBefore(front.slice(2), front.length - 2);
  const cut = front.findIndex(
    (word, index) => index > 0 && prepositions.has(word.toLowerCase()) && !/^(?:and|or)$/i.test(word),
  );
  return front[(cut < 0 ? front.length : cut) - 1] ?? "";
}

function isVerbAt(words: readonly string[], i: number, owned: boolean): boolean {
  const word = words[i] ?? "";
  if (/'re$|'ve$|'ll$/i.test(word) || isAuxiliary(word)) return true;
  const before = words.slice(0, i).findLast((one) => !adverbs.test(one)) ?? "";
  const lower = word.toLowerCase();
  if (determiners.has(before.toLowerCase()) || prepositions.has(before.toLowerCase())) return false;
  const next = words[i + 1];
  if (next !== undefined && isAuxiliary(next) && baseOf(word, "third") !== undefined) return false;
  const third = baseOf(word, "third");
  const base = baseOf(word, "base");
  const past = baseOf(word, "past");
  const led = adverbs.test(words[i - 1] ?? "") && i > 1;
  if (led && (base ?? third ?? past) !== undefined && next !== undefined) return true;
  const head = headBefore(words, i);
  const proper = /^\p{Lu}[\p{L}\p{N}'&.-]*$/u.test(before);
  const plural = isPluralWord(head) && (isPluralWord(before) || (proper && head !== before));
  const object = next === undefined || objects.test(next) || isPluralWord(next);
  const person = kindOfNoun(before) !== undefined || /^\p{Lu}[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}]*(?:'s)?$/u.test(before);
  if (third !== undefined && !productNouns.has(lower) && !plural) {
    if (
      (owned || person) &&
      (next !== undefined ||
        /^(?:works|fails|breaks|leaks|helps|matters|grows|hurts|wins|pays|slips|rots|sits)$/i.test(word))
    )
      return true;
    if (object && next !== undefined) return true;
    if (
      next !== undefined &&
      /^\p{Lu}{2,}$/u.test(before) &&
      prepositions.has(next.toLowerCase()) &&
      !/^of$/i.test(next)
    )
      return true;
    if (
      !nounish.has(third) &&
      (next === undefined
        ? i > 0 && /^(?:rot|slip|fail|break|leak|suffer|rise|fall|grow|vary|differ|expire|disappear)$/.test(third)
        : prepositions.has(next.toLowerCase()) && !/^(?:of|and|or|for)$/i.test(next))
    )
      return true;
  }
  if (past !== undefined && next !== undefined && !word.endsWith("ing")) {
    if (surePast.has(lower) && !/^by$/i.test(next)) return true;
    if (
      /^(?:doubled|tripled|jumped|dropped|increased|climbed|soared|collapsed|exploded|surged|declined|plunged)$/.test(
        lower,
      )
    )
      return true;
    if (base === undefined && /^(?:it|them|us|him|her|\d.*|[$€£].*)$/i.test(next)) return true;
    if (base !== undefined && /^(?:the|a|an|us|them|our|their|it|\d.*|[$€£].*)$/i.test(next) && !nounish.has(lower))
      return true;
    if (lower === "cost" && objects.test(next)) return true;
    if ((person || owned || plural) && (object || person || (owned && i >= 2))) return true;
  }
  if (
    base === undefined ||
    (next === undefined &&
      !/^(?:slip|rot|quit|fail|come|leave|break|leak|suffer|complain|churn|cancel|wait|struggle|disappear)$/.test(base))
  )
    return false;
  const many =
    plural ||
    /^(?:staff|people|and)$/i.test(before) ||
    (words.slice(0, i).some((one) => /^and$/i.test(one)) && i >= 3 && !person);
  if (
    !many ||
    (!plural && !isPluralWord(before) && !/^(?:staff|people)$/i.test(before) && kindOfNoun(before) === undefined)
  )
    return false;
  return (
    next === undefined ||
    objects.test(next) ||
    isPluralWord(next) ||
    !nounish.has(lower) ||
    ((kindOfNoun(before) !== undefined || owned) && !productNouns.has(lower))
  );
}

import { sentencesOf } from "../ast/tree.ts";
import type { Part, Tree } from "../ast/tree.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import { phraseSentence } from "../plan/make-sentences.ts";
import { wordCount } from "../plan/sentence.ts";
import { compress } from "./compress.ts";
import { removeAt, replaceAt } from "./edit-tree.ts";
import { isFree } from "./scene.ts";
import type { Scene } from "./scene.ts";

type Place = ReturnType<typeof sentencesOf>[number];

/** Share of the words that stays when nobody names a length: a reader sees a quarter go. */
const usualRatio = 0.75;
/** With this share gone, the trouble and the result stay. */
const enoughRatio = 0.85;
/** Beyond the first, no step takes so much that less than this share stays. */
const leastRatio = 0.6;
/** Nor does dropping the trouble or the result, after which the offer may lose words too. */
const restRatio = 0.66;
/** A draft this long spares figures in what supports the offer. */
const longDraft = 70;
/** What supports the offer, least first. */
const supporting: readonly Part[] = ["difference", "offer", "mention", "event", "other", "outcome"];

/**
 * One step towards three quarters of `before` words, or undefined when it is
 * short enough: fillers, a shorter opener, lighter wording, the opener itself,
 * side clauses, supporting sentences. Only when all that took less than 15%
 * does `last` (the trouble, the result) get its turn.
 */
export function trimStep(
  tree: Tree,
  scene: Scene,
  before: number,
  cutTail: (tree: Tree) => Tree | undefined,
  last: (tree: Tree) => Tree | undefined,
): Tree | undefined {
  const words = wordsOfTree(tree);
  if (words <= before * usualRatio) return undefined;
  const free = sentencesOf(tree).filter(({ sentence }) => isFree(sentence, scene));
  const of = (...parts: readonly Part[]): Place | undefined =>
    parts.flatMap((part) => free.filter(({ sentence }) => sentence.part === part)).at(0);
  const filler = of("soft", "ps");
  if (filler !== undefined) return removeAt(tree, [filler]);
  const opener = of("opener");
  const briefer = opener === undefined ? undefined : shorterOpener(tree, opener, scene);
  if (briefer !== undefined) return briefer;
  const wordy = free.find(
    ({ sentence }) => !["greeting", "signoff"].includes(sentence.part) && compress(sentence.text) !== sentence.text,
  );
  if (wordy !== undefined)
    return replaceAt(tree, [{ place: wordy, next: [{ ...wordy.sentence, text: compress(wordy.sentence.text) }] }]);
  if (
    opener !== undefined &&
    sentencesOf(tree).some(({ sentence }) => ["problem", "value", "proof", "outcome", "other"].includes(sentence.part))
  )
    return removeAt(tree, [opener]);
  const cut = cutTail(tree);
  if (cut !== undefined) return cut;
  const spare = supporting
    .flatMap((part) => free.filter(({ sentence }) => sentence.part === part).reverse())
    .find(
      ({ sentence }) =>
        words - wordCount(sentence.text) >= before * leastRatio &&
        !(/\d/.test(sentence.text) && words <= before * enoughRatio && before < longDraft),
    );
  if (
    spare !== undefined &&
    sentencesOf(tree).some(
      ({ sentence, block, index }) =>
        !["greeting", "signoff", "ask", "ps"].includes(sentence.part) &&
        (block !== spare.block || index !== spare.index),
    )
  )
    return removeAt(tree, [spare]);
  if (words <= before * enoughRatio) return undefined;
  const next = last(tree);
  return next !== undefined && words < before && wordsOfTree(next) < before * restRatio ? undefined : next;
}

/** The opener in its shortest wording, so that the line written for each reader keeps its place. */
function shorterOpener(tree: Tree, { sentence, block, index }: Place, scene: Scene): Tree | undefined {
  if (sentence.phrase === undefined || scene.setting.place !== "first") return undefined;
  const pain = sentencesOf(tree).some(({ sentence: one }) => one.part === "problem");
  const used = new Set([...scene.setting.used, sentence.phrase]);
  const next = phraseSentence("opener", "opener", { ...scene.setting, plain: false }, pain ? { pain: "pain" } : {}, {
    must: pain ? ["pain", "co"] : ["topic", "co"],
    short: true,
    used,
  });
  return next !== undefined && /%company\|/.test(next.text) && wordCount(next.text) < wordCount(sentence.text)
    ? replaceAt(tree, [{ place: { block, index }, next: [next] }])
    : undefined;
}

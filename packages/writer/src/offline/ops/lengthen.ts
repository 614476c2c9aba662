import { findTarget } from "../ast/find-target.ts";
import { sentencesOf } from "../ast/tree.ts";
import type { Sentence, Tree } from "../ast/tree.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import type { Target } from "../nlu/op.ts";
import { fillPhrase, rankPhrases } from "../phrases/choose-phrase.ts";
import { repeats } from "../plan/block-of.ts";
import { benefitSentences, offerSentences, proofsOf } from "../plan/content-sentences.ts";
import { problemSentences } from "../plan/problem-sentences.ts";
import { phraseSentence } from "../plan/make-sentences.ts";
import { capitalise } from "../nlu/repair-wording.ts";
import type { Setting } from "../plan/setting.ts";
import type { Applied } from "./apply-result.ts";
import { insertPart } from "./edit-tree.ts";
import type { Scene } from "./scene.ts";

/** How many words "longer" adds at least when nobody names a length. */
const usualGain = 12;

/** Make it longer with facts that are known and not yet said; when they run out, say which ones would help. */
export function lengthen(
  scene: Scene,
  goal: { readonly words?: number | undefined; readonly target?: Target | undefined },
): Applied {
  const before = wordsOfTree(scene.tree);
  const wanted = goal.words ?? before + usualGain;
  if (goal.words !== undefined && before >= goal.words)
    return { tree: scene.tree, done: [], open: [`It already has ${before} words.`] };
  const named =
    goal.target === undefined || goal.target.kind === "all" ? undefined : findTarget(scene.tree, goal.target)[0];
  const home = named === undefined ? undefined : scene.tree.blocks[named.block];
  let tree = scene.tree;
  let facts = 0;
  for (const made of unsaid(scene.setting, tree)) {
    if (wordsOfTree(tree) >= wanted) break;
    tree = home === undefined ? insertPart(tree, made) : into(tree, home.id, made);
    facts += 1;
  }
  for (const made of fillers(scene.setting, tree)) {
    if (wordsOfTree(tree) >= wanted) break;
    tree = home === undefined ? insertPart(tree, [made]) : into(tree, home.id, [made]);
  }
  const after = wordsOfTree(tree);
  const need = missing(scene.setting);
  if (after === before) return { tree: scene.tree, done: [], open: [`I have nothing true left to add. ${need}`] };
  return { tree, done: [`${before} → ${after} words`], open: facts === 0 || after < wanted ? [need] : [] };
}

function into(tree: Tree, id: string | null, made: readonly Sentence[]): Tree {
  return {
    ...tree,
    blocks: tree.blocks.map((block) =>
      block.id === id
        ? { ...block, sentences: [...block.sentences, ...made.map((one) => ({ ...one, pre: " " }))] }
        : block,
    ),
  };
}

/** Known facts that no sentence tells yet, best first. */
function unsaid(setting: Setting, tree: Tree): Sentence[][] {
  const { facts } = setting.known;
  const said = [
    ...sentencesOf(tree).map(({ sentence }) => sentence),
    ...setting.known.removed.map((text) => ({ text })),
  ];
  const all = [
    ...facts.proof.map((item) => proofsOf(item, setting)),
    ...facts.outcome.map((item) => benefitSentences(item, "outcome", setting)),
    ...facts.difference.map((item) => benefitSentences(item, "difference", setting)),
    ...facts.product
      .slice(1)
      .filter(({ value }) => /^(?:we|I|it|our)\b/i.test(value))
      .map((item) => benefitSentences(item, "outcome", setting)),
    ...facts.pain.map((item) => problemSentences(item, setting)),
    ...facts.offer.map((item) => offerSentences(item, setting)),
  ];
  return all.filter((made) => made.length > 0 && !made.some((one) => repeats(one.text, said)));
}

/** Honest lines that claim nothing. */
function fillers(setting: Setting, tree: Tree): Sentence[] {
  const said = new Set(sentencesOf(tree).flatMap(({ sentence }) => sentence.phrase ?? []));
  const ranked = rankPhrases({
    role: "bridge",
    tone: setting.tone,
    has: new Set(["co", "topic"]),
    seed: `${setting.seed}|longer`,
    used: new Set([...setting.used, ...said]),
    banned: setting.banned,
  }).filter(({ id }) => !said.has(id));
  const lines = ranked.slice(0, 2).map((phrase): Sentence => ({
    text: capitalise(fillPhrase(phrase.text, { co: setting.co, topic: setting.topic, Co: setting.coStart })),
    pre: " ",
    origin: "phrase",
    part: "soft",
    phrase: phrase.id,
  }));
  const opener = sentencesOf(tree).some(({ sentence }) => sentence.part === "opener" || sentence.part === "event")
    ? undefined
    : phraseSentence("opener", "opener", setting, setting.known.facts.pain[0] === undefined ? {} : { pain: "pain" }, {
        must: setting.known.facts.pain[0] === undefined ? ["topic"] : ["pain"],
      });
  return opener === undefined || setting.place !== "first" ? lines : [opener, ...lines];
}

function missing(setting: Setting): string {
  const { facts } = setting.known;
  const lacks = [
    facts.proof.length === 0 ? "a result or a customer you may name" : undefined,
    facts.outcome.length === 0 ? "what changes for the reader" : undefined,
    facts.pain.length === 0 ? "the problem you solve" : undefined,
    facts.difference.length === 0 ? "what sets you apart" : undefined,
  ].filter((one) => one !== undefined);
  return lacks.length === 0
    ? "Give me one more fact and I will work it in."
    : `To say more that is true, I need ${lacks.slice(0, 2).join(" or ")}.`;
}

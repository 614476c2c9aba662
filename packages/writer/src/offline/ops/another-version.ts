import { renderTree, sentencesOf } from "../ast/tree.ts";
import type { Sentence, Tree } from "../ast/tree.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import { composeEmail } from "../plan/compose.ts";
import { inVariant } from "../plan/vary.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { ban } from "./ban.ts";
import { insertPart, replaceAt } from "./edit-tree.ts";
import { shorten } from "./shorten.ts";
import { isFree } from "./scene.ts";
import type { Scene } from "./scene.ts";

/** The same facts in another build: other phrases, another order, another subject. Locked and hand-written sentences stay. */
export function anotherVersion(scene: Scene, pattern: string | undefined): Applied {
  const used = new Set([
    ...scene.setting.used,
    ...sentencesOf(scene.tree).flatMap(({ sentence }) => sentence.phrase ?? []),
    ...(scene.tree.subject.phrase === undefined ? [] : [scene.tree.subject.phrase]),
  ]);
  const setting = {
    ...scene.setting,
    used,
    known: pattern === undefined ? scene.setting.known : { ...scene.setting.known, pattern },
  };
  const fresh = inVariant(composeEmail(setting), setting, pattern);
  const kept = sentencesOf(scene.tree)
    .map(({ sentence }) => sentence)
    .filter((sentence) => !isFree(sentence, scene));
  const merged = keep(fresh, kept);
  const subject =
    scene.tree.subject.locked === true || scene.tree.subject.human === true ? scene.tree.subject : merged.subject;
  const before = wordsOfTree(scene.tree);
  const sized =
    before < 70 && wordsOfTree(merged) > before * 1.3
      ? shorten({ ...scene, tree: merged }, { words: Math.round(before * 1.15) }).tree
      : merged;
  const clean = scene.setting.banned.length === 0 ? sized : ban({ ...scene, tree: sized }, scene.setting.banned).tree;
  const tree = { ...clean, subject };
  if (renderTree(tree) === renderTree(scene.tree))
    return nothing(scene.tree, "I have no other version of these facts: too much of the text is locked or yours.");
  return { tree, done: [`another version with the same facts (${before} → ${wordsOfTree(tree)} words)`], open: [] };
}

/** Put kept sentences where their counterparts stand. */
function keep(tree: Tree, kept: readonly Sentence[]): Tree {
  return kept.reduce((result, sentence) => {
    if (sentencesOf(result).some((one) => one.sentence.text === sentence.text)) return result;
    const place = sentencesOf(result).find(
      (one) => one.sentence.part === sentence.part && !kept.some(({ text }) => text === one.sentence.text),
    );
    return place === undefined ? insertPart(result, [sentence]) : replaceAt(result, [{ place, next: [sentence] }]);
  }, tree);
}

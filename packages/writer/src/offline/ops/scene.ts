import type { Sentence, Tree } from "../ast/tree.ts";
import type { Place } from "../ast/find-target.ts";
import type { Setting } from "../plan/setting.ts";

/** What operations work on. */
export interface Scene {
  readonly tree: Tree;
  readonly setting: Setting;
  /** Sentences kept byte for byte. */
  readonly locked: ReadonlySet<string>;
}

/** Whether an operation that does not name this sentence may change it. */
export function isFree(sentence: Sentence, scene: Pick<Scene, "locked">): boolean {
  return sentence.origin !== "human" && !isLocked(sentence, scene);
}

/** Whether nothing but unlocking may change it. */
export function isLocked(sentence: Sentence, { locked }: Pick<Scene, "locked">): boolean {
  return sentence.locked === true || locked.has(sentence.text);
}

/** The sentence at a place. */
export function sentenceAt(tree: Tree, { block, index }: Place): Sentence | undefined {
  return tree.blocks[block]?.sentences[index];
}

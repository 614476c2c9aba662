import { sentencesOf } from "../ast/tree.ts";
import type { Tree } from "../ast/tree.ts";
import { valueSentences } from "../plan/content-sentences.ts";
import { sentence, wordCount } from "../plan/sentence.ts";
import { replaceAt } from "./edit-tree.ts";
import { isFree } from "./scene.ts";
import type { Scene } from "./scene.ts";

const leaning =
  /^(?:that is why|that's why|this is why|for (?:that|this|just that)|to (?:fix|solve|end|stop|address|avoid|change|prevent) (?:this|that)|this is where|that is where|here is|so\b)|\b(?:for|against|about|with|solves?|fix(?:es)?|ends?|stops?|changes?|prevents?|avoids?|handles?|of|do(?:es)?) (?:just |exactly )?(?:this|that|it)(?=[.,?!]|$)|\b(?:this|that) (?:problem|trouble|gap|issue)\b/i;

/** The line on the offer, worded so that it stands without the trouble that stood before it; the same tree when it leans on nothing. */
export function standAlone(tree: Tree, scene: Scene): Tree {
  const parts = sentencesOf(tree);
  if (parts.some(({ sentence: one }) => one.part === "problem")) return tree;
  const values = parts.filter(({ sentence: one }) => one.part === "value" && isFree(one, scene));
  const [first, ...more] = values;
  if (first === undefined || !leaning.test(first.sentence.text)) return tree;
  const { productItem } = scene.setting;
  const made = productItem === undefined ? [] : valueSentences(productItem, scene.setting, false);
  const size = (texts: readonly { readonly text: string }[]): number =>
    texts.reduce((sum, one) => sum + wordCount(one.text), 0);
  if (made.length > 0 && size(made) <= size(values.map((place) => place.sentence)) + 4)
    return replaceAt(tree, [{ place: first, next: made }, ...more.map((place) => ({ place, next: [] }))]);
  const cut = first.sentence.text
    .replace(
      /^(?:that is|that's|this is) why\s+|^(?:for (?:that|this|just that)|to \w+ (?:this|that)),?\s+|^so\s+/i,
      "",
    )
    .replace(/\s+(?:built )?(?:for|against) (?:just |exactly )?(?:this|that)(?=[.!]?$)/i, "");
  return replaceAt(tree, [{ place: first, next: [{ ...first.sentence, text: sentence(cut) }] }]);
}

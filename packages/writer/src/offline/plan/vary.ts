import type { Block, Tree } from "../ast/tree.ts";
import { capitalise } from "../nlu/repair-wording.ts";
import { hash } from "./seeded.ts";
import type { Setting } from "./setting.ts";
import { reorder } from "../ops/reorder.ts";

const orders: readonly (readonly string[])[] = [
  ["greeting", "opener", "problem", "proof", "value", "offer", "ask", "signoff", "ps"],
];

/** The same blocks in another order, and the user's own sentences turned round where that reads well. */
export function inVariant(tree: Tree, setting: Setting, pattern: string | undefined): Tree {
  const order =
    pattern === "story"
      ? orders[0]
      : setting.known.facts.proof.length > 0 && setting.place === "first" && hash(setting.seed) % 2 === 0
        ? orders[0]
        : undefined;
  const blocks = tree.blocks.map((block): Block => ({
    ...block,
    sentences: block.sentences.map((sentence) =>
      sentence.origin === "user" &&
      sentence.phrase === undefined &&
      !["greeting", "signoff", "ask"].includes(sentence.part)
        ? { ...sentence, text: capitalise(reorder(sentence.text) ?? sentence.text) }
        : sentence,
    ),
  }));
  if (order === undefined) return { ...tree, blocks };
  const sorted = blocks.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  return { ...tree, blocks: sorted.map((block, index) => ({ ...block, pre: index === 0 ? "" : "\n\n" })) };
}

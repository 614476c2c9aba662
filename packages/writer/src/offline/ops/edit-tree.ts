import type { BlockRole } from "@longhand/template";
import type { Place } from "../ast/find-target.ts";
import type { Block, Part, Sentence, Tree } from "../ast/tree.ts";

const roleOf: Readonly<Record<Part, BlockRole>> = {
  greeting: "greeting",
  opener: "opener",
  event: "opener",
  problem: "opener",
  value: "value",
  outcome: "value",
  difference: "value",
  proof: "proof",
  offer: "offer",
  mention: "value",
  soft: "value",
  ask: "ask",
  signoff: "signoff",
  ps: "ps",
  other: "other",
};
const order: readonly BlockRole[] = [
  "greeting",
  "opener",
  "problem",
  "value",
  "proof",
  "offer",
  "other",
  "ask",
  "signoff",
  "ps",
];

/** Replace the sentences at places by other sentences (none removes them); empty blocks go. */
export function replaceAt(
  tree: Tree,
  changes: readonly { readonly place: Place; readonly next: readonly Sentence[] }[],
): Tree {
  const blocks = tree.blocks.map((block, at): Block => {
    const own = changes.filter(({ place }) => place.block === at);
    if (own.length === 0) return block;
    const sentences = block.sentences.flatMap((sentence, index) => {
      const change = own.find(({ place }) => place.index === index);
      if (change === undefined) return [sentence];
      return change.next.map((one, i) => ({ ...one, pre: i === 0 ? sentence.pre : " " }));
    });
    return { ...block, sentences: sentences.map((one, index) => (index === 0 ? { ...one, pre: "" } : one)) };
  });
  const kept = blocks.filter(({ sentences }) => sentences.length > 0);
  return {
    ...tree,
    blocks: kept.map((block, index) =>
      index === 0 ? { ...block, pre: "" } : { ...block, pre: block.pre === "" ? "\n\n" : block.pre },
    ),
  };
}

/** Take sentences out. */
export function removeAt(tree: Tree, places: readonly Place[]): Tree {
  return replaceAt(
    tree,
    places.map((place) => ({ place, next: [] })),
  );
}

/** Add sentences where their part belongs: at the end of its block, or as a new block in the usual order. */
export function insertPart(tree: Tree, sentences: readonly Sentence[]): Tree {
  const [first] = sentences;
  if (first === undefined) return tree;
  const role = roleOf[first.part];
  const home =
    first.part === "proof"
      ? tree.blocks.findLastIndex((block) => block.role === "proof" && block.id !== null)
      : tree.blocks.findLastIndex((block) => block.role === role && block.id !== null);
  if (home >= 0 && role !== "ps")
    return {
      ...tree,
      blocks: tree.blocks.map((block, at) =>
        at === home
          ? { ...block, sentences: [...block.sentences, ...sentences.map((one) => ({ ...one, pre: " " }))] }
          : block,
      ),
    };
  const id = freeId(tree, role);
  const block: Block = {
    id,
    role,
    pre: "\n\n",
    sentences: sentences.map((one, index) => ({ ...one, pre: index === 0 ? "" : " " })),
  };
  const rank = order.indexOf(role);
  const after =
    role === "ps"
      ? tree.blocks.length - 1
      : tree.blocks.findLastIndex(
          (other) =>
            (order.indexOf(other.role) < rank && other.role !== "other") ||
            (other.role === "other" && rank > order.indexOf("other")),
        );
  const blocks = tree.blocks.toSpliced(after + 1, 0, block);
  return {
    ...tree,
    blocks: blocks.map((one, index) => ({ ...one, pre: index === 0 ? "" : one.pre === "" ? "\n\n" : one.pre })),
  };
}

function freeId(tree: Tree, role: string): string {
  const taken = new Set(tree.blocks.map(({ id }) => id));
  if (!taken.has(role)) return role;
  for (let i = 2; ; i++) if (!taken.has(`${role}_${i}`)) return `${role}_${i}`;
}

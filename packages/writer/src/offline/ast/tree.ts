import type { BlockRole } from "@longhand/template";
import type { Json } from "../../state.ts";

/** What a sentence does; finer than its block's role. */
export const parts = [
  "greeting",
  "opener",
  "problem",
  "value",
  "outcome",
  "difference",
  "proof",
  "offer",
  "event",
  "mention",
  "soft",
  "ask",
  "signoff",
  "ps",
  "other",
] as const;
export type Part = (typeof parts)[number];

/** One sentence of a draft. Its text is template text; `pre` is the white space in front of it. */
export interface Sentence {
  readonly text: string;
  readonly pre: string;
  /** phrase: chosen from the phrase book; user: built from words of a message or fact; human: typed into the draft. */
  readonly origin: "phrase" | "user" | "human";
  readonly part: Part;
  readonly phrase?: string;
  /** Evidence ids the words rest on. */
  readonly evidence?: readonly string[];
  readonly locked?: boolean;
}

export interface Block {
  /** Null for words that belong to no block of the plan. */
  readonly id: string | null;
  readonly role: BlockRole;
  readonly pre: string;
  readonly sentences: readonly Sentence[];
}

/** A draft as the offline model sees it. Rendering it gives the body, byte for byte. */
export interface Tree {
  readonly subject: {
    readonly text: string;
    readonly phrase?: string;
    readonly locked?: boolean;
    readonly human?: boolean;
  };
  readonly blocks: readonly Block[];
}

/** A block's text. */
export function blockText(block: Block): string {
  return block.sentences
    .map((sentence, index) => (index === 0 ? sentence.text : sentence.pre + sentence.text))
    .join("");
}

/** The body of a tree. */
export function renderTree(tree: Tree): string {
  return tree.blocks
    .filter((block) => block.sentences.length > 0)
    .map((block, index) => (index === 0 ? "" : block.pre) + blockText(block))
    .join("");
}

/** All sentences with their places, in order. */
export function sentencesOf(
  tree: Tree,
): { readonly sentence: Sentence; readonly block: number; readonly index: number }[] {
  return tree.blocks.flatMap((block, at) => block.sentences.map((sentence, index) => ({ sentence, block: at, index })));
}

/** The tree as it is kept with a draft version. */
export function toNotes(tree: Tree, more: { readonly [key: string]: Json } = {}): Json {
  return JSON.parse(JSON.stringify({ v: 1, subject: tree.subject, blocks: tree.blocks, ...more })) as Json;
}

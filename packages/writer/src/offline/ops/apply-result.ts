import type { Tree } from "../ast/tree.ts";

/** What an operation did to a tree. */
export interface Applied {
  readonly tree: Tree;
  /** What was done, for the receipt; a sentence part without a capital ("the ask is now …"). */
  readonly done: readonly string[];
  /** What was not done and what it would need; whole sentences. */
  readonly open: readonly string[];
}

/** Nothing happened, and why. */
export function nothing(tree: Tree, why: string): Applied {
  return { tree, done: [], open: [why] };
}

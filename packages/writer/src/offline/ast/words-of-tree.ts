import { renderSample } from "@longhand/template";
import { wordCount } from "../plan/sentence.ts";
import { renderTree } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** Words of the body as an ordinary lead would read it. */
export function wordsOfTree(tree: Tree): number {
  return wordCount(renderSample(renderTree(tree)));
}

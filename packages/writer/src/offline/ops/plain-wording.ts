import { sentencesOf } from "../ast/tree.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import { splitLong } from "../plan/sentence.ts";
import type { Applied } from "./apply-result.ts";
import { compress } from "./compress.ts";
import { replaceAt } from "./edit-tree.ts";
import { isFree } from "./scene.ts";
import type { Scene } from "./scene.ts";

const fancy: readonly (readonly [RegExp, string])[] = [
  [/\bleverag(?:e|ing)\b/gi, "use"],
  [/\butili[sz]e\b/gi, "use"],
  [/\bstreamlin(?:e|es)\b/gi, "simplify"],
  [/\bempower(?:s)?\b/gi, "help"],
  [/\bseamless(?:ly)?\s*/gi, ""],
  [/\brobust\b/gi, "solid"],
  [/\bcutting[- ]edge\s*/gi, "new "],
  [/\bstate[- ]of[- ]the[- ]art\s*/gi, "modern "],
  [/\binnovative\s+/gi, ""],
  [/\bworld[- ]class\s+/gi, ""],
  [/\bbest[- ]in[- ]class\s+/gi, ""],
  [/\bend[- ]to[- ]end\s+/gi, ""],
  [/\bsynerg(?:y|ies)\b/gi, "fit"],
  [/\bholistic\s+/gi, ""],
  [/\bfacilitate\b/gi, "help"],
  [/\boptimi[sz]e\b/gi, "improve"],
  [/\bimplement\b/gi, "set up"],
  [/\bimplementation\b/gi, "setup"],
  [/\bsolutions?\b/gi, "tools"],
  [/\bfunctionality\b/gi, "features"],
  [/\bpurchase\b/gi, "buy"],
  [/\bassist\b/gi, "help"],
  [/\brequire\b/gi, "need"],
  [/\bcommence\b/gi, "start"],
  [/\bterminate\b/gi, "end"],
  [/\bapproximately\b/gi, "about"],
  [/\bnumerous\b/gi, "many"],
  [/\bsubsequently\b/gi, "then"],
  [/\bprior to\b/gi, "before"],
  [/\badditional\b/gi, "more"],
  [/\bensure\b/gi, "make sure"],
  [/\bobtain\b/gi, "get"],
];

/** Plainer wording: jargon replaced, exclamation marks calmed, long sentences split. Only what a person did not type or lock. */
export function plainWording(scene: Scene, what: "jargon" | "exclamation" | "simple"): Applied {
  const changes = sentencesOf(scene.tree).flatMap(({ sentence, block, index }) => {
    if (!isFree(sentence, scene) || sentence.part === "greeting" || sentence.part === "signoff") return [];
    const calm =
      what === "exclamation"
        ? sentence.text.replace(/!+/g, ".")
        : fancy.reduce((text, [pattern, plain]) => text.replace(pattern, plain), sentence.text).replace(/\s{2,}/g, " ");
    const texts = what === "simple" ? splitLong(compress(calm), 16) : [calm];
    return texts.join(" ") === sentence.text
      ? []
      : [{ place: { block, index }, next: texts.map((text) => ({ ...sentence, text })) }];
  });
  const what2 = {
    jargon: "No jargon from my list is in the draft",
    exclamation: "There is no exclamation mark in the draft",
    simple: "The sentences are already short and plain",
  }[what];
  if (changes.length === 0)
    return { tree: scene.tree, done: [], open: [`${what2}, so nothing changed. Quote a word and I will replace it.`] };
  const tree = replaceAt(scene.tree, changes);
  return {
    tree,
    done: [
      `put ${changes.length} ${changes.length === 1 ? "sentence" : "sentences"} in plainer words (${wordsOfTree(tree)} words)`,
    ],
    open: [],
  };
}

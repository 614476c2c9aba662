import type { Place } from "../ast/find-target.ts";
import { findTarget } from "../ast/find-target.ts";
import { sentencesOf } from "../ast/tree.ts";
import type { Part, Tree } from "../ast/tree.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import type { Target } from "../nlu/op.ts";
import { askOf, askSentence } from "../plan/content-sentences.ts";
import { wordCount } from "../plan/sentence.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { compress, dropTail } from "./compress.ts";
import { removeAt, replaceAt } from "./edit-tree.ts";
import { isFree, sentenceAt } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { standAlone } from "./stand-alone.ts";
import { trimStep } from "./trim.ts";

/** What goes first when an email is shortened; the ask and the first line of what is offered always stay. */
const expendable: readonly Part[] = [
  "soft",
  "ps",
  "opener",
  "difference",
  "offer",
  "mention",
  "outcome",
  "event",
  "problem",
  "proof",
  "value",
  "other",
];

/** Shorten to a number of words, by a ratio, or by about a quarter. Drops whole sentences by importance and then tightens. */
export function shorten(
  scene: Scene,
  goal: {
    readonly words?: number | undefined;
    readonly ratio?: number | undefined;
    readonly target?: Target | undefined;
  },
): Applied {
  if (goal.target !== undefined && goal.target.kind !== "all") return shortenPart(scene, goal.target);
  const before = wordsOfTree(scene.tree);
  if (goal.words !== undefined && before <= goal.words)
    return { tree: scene.tree, done: [], open: [`It already has ${before} words, which is within ${goal.words}.`] };
  const limit = goal.words ?? (goal.ratio === undefined ? undefined : Math.max(1, Math.floor(before * goal.ratio)));
  let tree = scene.tree;
  for (let guard = 0; guard < 40 && (limit === undefined || wordsOfTree(tree) > limit); guard++) {
    const next =
      limit === undefined
        ? trimStep(
            tree,
            scene,
            before,
            (one) => cutTail(one, scene),
            (one) => shorterAsk(one, scene) ?? smaller(one, scene, 1),
          )
        : smaller(tree, scene, wordsOfTree(tree) - limit);
    if (next === undefined) break;
    const alone = standAlone(next, scene);
    tree = wordsOfTree(alone) < wordsOfTree(tree) ? alone : next;
  }
  const after = wordsOfTree(tree);
  if (after === before)
    return nothing(
      scene.tree,
      allHuman(scene)
        ? "I left it as it is: every sentence that could go was written by you or is locked. Name one and I will cut it."
        : `It stays at ${before} words: only the greeting, one line on your offer, the ask and the sign-off are left.`,
    );
  const missed =
    goal.words !== undefined && after > goal.words
      ? [
          `${goal.words} words was out of reach${allHuman({ ...scene, tree }) ? ", since your own sentences and locked ones stay" : ": what is left is the offer and the ask"}. Name a sentence to cut if it must be shorter.`,
        ]
      : [];
  return { tree, done: [`${before} → ${after} words`], open: missed };
}

function allHuman(scene: Scene): boolean {
  return sentencesOf(scene.tree).every(
    ({ sentence }) => !isFree(sentence, scene) || ["greeting", "signoff", "ask"].includes(sentence.part),
  );
}

/** The tree one step smaller, or undefined at the floor. `excess` is how many words are too many. */
function smaller(tree: Tree, scene: Scene, excess: number): Tree | undefined {
  const free = sentencesOf(tree).filter(({ sentence }) => isFree(sentence, scene));
  const body = sentencesOf(tree).filter(
    ({ sentence }) => !["greeting", "signoff", "ask", "ps"].includes(sentence.part),
  );
  const candidates = expendable
    .flatMap((part) => free.filter(({ sentence }) => sentence.part === part).reverse())
    .filter(({ sentence }) => body.length > 1 || sentence.part === "ps" || sentence.part === "soft")
    .filter(
      ({ sentence }) => sentence.part !== "value" || body.filter((other) => other.sentence.part === "value").length > 1,
    );
  const cheap = candidates.find(({ sentence }) => ["soft", "ps", "opener"].includes(sentence.part));
  if (cheap !== undefined && wordCount(cheap.sentence.text) <= excess + 8) return removeAt(tree, [cheap]);
  for (const { sentence, block, index } of free.filter(
    ({ sentence }) => !["greeting", "signoff"].includes(sentence.part),
  )) {
    const tight = compress(sentence.text);
    if (tight !== sentence.text)
      return replaceAt(tree, [{ place: { block, index }, next: [{ ...sentence, text: tight }] }]);
  }
  if (cheap !== undefined) return removeAt(tree, [cheap]);
  const fitting =
    candidates.find(({ sentence }) => wordCount(sentence.text) >= excess && sentence.part !== "proof") ?? candidates[0];
  if (fitting !== undefined) return removeAt(tree, [fitting]);
  return cutTail(tree, scene) ?? shorterAsk(tree, scene);
}

function cutTail(tree: Tree, scene: Scene): Tree | undefined {
  for (const { sentence, block, index } of sentencesOf(tree).filter(
    (one) => isFree(one.sentence, scene) && !["greeting", "signoff", "ask"].includes(one.sentence.part),
  )) {
    const cut = dropTail(sentence.text);
    if (cut !== undefined) return replaceAt(tree, [{ place: { block, index }, next: [{ ...sentence, text: cut }] }]);
  }
  return undefined;
}

function shorterAsk(tree: Tree, scene: Scene): Tree | undefined {
  const ask = sentencesOf(tree).find(
    ({ sentence }) => sentence.part === "ask" && sentence.phrase !== undefined && isFree(sentence, scene),
  );
  if (ask === undefined) return undefined;
  const short = askSentence(askOf(scene.setting), scene.setting, { short: true });
  return wordCount(short.text) < wordCount(ask.sentence.text)
    ? replaceAt(tree, [{ place: ask, next: [short] }])
    : undefined;
}

/** Shorten only what a target names: its later sentences go, then its words are tightened. */
function shortenPart(scene: Scene, target: Target): Applied {
  const places = findTarget(scene.tree, target);
  if (places.length === 0) return nothing(scene.tree, "I did not find the part to shorten.");
  const size = (tree: Tree, list: readonly Place[]): number =>
    list.reduce((sum, place) => sum + wordCount(sentenceAt(tree, place)?.text ?? ""), 0);
  const before = size(scene.tree, places);
  const open = places.filter((place) => !scene.locked.has(sentenceAt(scene.tree, place)?.text ?? ""));
  if (open.length === 0) return nothing(scene.tree, "That part is locked; unlock it first.");
  if (open.length > 1) {
    const tree = removeAt(scene.tree, open.slice(Math.ceil(open.length / 2)));
    return {
      tree,
      done: [
        `shortened that part from ${before} to ${size(scene.tree, places) - size(scene.tree, open.slice(Math.ceil(open.length / 2)))} words`,
      ],
      open: [],
    };
  }
  const [place] = open;
  const only = place === undefined ? undefined : sentenceAt(scene.tree, place);
  if (place === undefined || only === undefined) return nothing(scene.tree, "I did not find the part to shorten.");
  const tight = compress(only.text);
  const cut = dropTail(tight) ?? tight;
  const asked =
    only.part === "ask" && only.phrase !== undefined
      ? askSentence(askOf(scene.setting), scene.setting, { short: true }).text
      : cut;
  if (wordCount(asked) >= wordCount(only.text))
    return nothing(
      scene.tree,
      `“${only.text}” is as short as I can make it without changing what it says. Give me the wording you want, or ask me to remove it.`,
    );
  return {
    tree: replaceAt(scene.tree, [{ place, next: [{ ...only, text: asked }] }]),
    done: [`shortened that part from ${before} to ${wordCount(asked)} words`],
    open: [],
  };
}

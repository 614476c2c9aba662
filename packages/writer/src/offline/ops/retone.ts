import { sentencesOf } from "../ast/tree.ts";
import type { Sentence } from "../ast/tree.ts";
import type { ToneName } from "../nlu/op.ts";
import { inTone } from "../plan/tone-wording.ts";
import type { Applied } from "./apply-result.ts";
import { replaceAt } from "./edit-tree.ts";
import { isFree } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { againIn } from "./say-again.ts";

const labels: Readonly<Record<ToneName, string>> = {
  casual: "casual",
  friendly: "friendlier",
  neutral: "neutral",
  formal: "formal",
  direct: "more direct",
  soft: "softer",
};

/** Say the same in another tone: phrases are chosen anew with the same facts, the user's own sentences keep their words. */
export function retone(scene: Scene): Applied {
  const { setting } = scene;
  const seen = new Map<string, number>();
  const changes = sentencesOf(scene.tree).flatMap(({ sentence, block, index }) => {
    const turn = seen.get(sentence.part) ?? 0;
    seen.set(sentence.part, turn + 1);
    if (!isFree(sentence, scene)) return [];
    const next = toned(sentence, turn, scene);
    return next.text === sentence.text ? [] : [{ place: { block, index }, next: [next] }];
  });
  if (changes.length === 0)
    return {
      tree: scene.tree,
      done: [],
      open: [
        `Nothing changed: the wording is already ${labels[setting.tone]}, or it is yours or locked. Name a sentence and I will rework it.`,
      ],
    };
  return {
    tree: replaceAt(scene.tree, changes),
    done: [
      `the tone is ${labels[setting.tone]} now (${changes.length} ${changes.length === 1 ? "sentence" : "sentences"} changed, facts unchanged)`,
    ],
    open: [],
  };
}

function toned(sentence: Sentence, turn: number, scene: Scene): Sentence {
  const again =
    sentence.phrase === undefined && sentence.part !== "signoff" && sentence.part !== "greeting"
      ? undefined
      : againIn(sentence, turn, scene.setting);
  return again ?? { ...sentence, text: hedge(inTone(sentence.text, scene.setting.tone), scene.setting.tone) };
}

/** A soft or direct tone takes shouting and hype out of the user's own lines. */
function hedge(text: string, tone: ToneName): string {
  return tone === "soft" || tone === "formal" || tone === "direct" ? text.replace(/!+/g, ".") : text;
}

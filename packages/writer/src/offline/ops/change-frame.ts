import { sentencesOf } from "../ast/tree.ts";
import { greetingSentence, signoffSentence } from "../plan/make-sentences.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { insertPart, replaceAt } from "./edit-tree.ts";
import { isLocked } from "./scene.ts";
import type { Scene } from "./scene.ts";

/** Put the wished greeting or sign-off in place. */
export function changeFrame(scene: Scene, part: "greeting" | "signoff"): Applied {
  const next = part === "greeting" ? greetingSentence(scene.setting) : signoffSentence(scene.setting);
  const found = sentencesOf(scene.tree).find(({ sentence }) => sentence.part === part);
  const name = part === "greeting" ? "greeting" : "sign-off";
  if (found === undefined)
    return {
      tree: insertPart(scene.tree, [next]),
      done: [`added the ${name} “${next.text.replace(/\n/g, " ")}”`],
      open: [],
    };
  if (isLocked(found.sentence, scene)) return nothing(scene.tree, `The ${name} is locked, so I left it.`);
  if (found.sentence.text === next.text)
    return nothing(scene.tree, `The ${name} already reads “${next.text.replace(/\n/g, " ")}”.`);
  return {
    tree: replaceAt(scene.tree, [{ place: found, next: [next] }]),
    done: [`the ${name} is now “${next.text.replace(/\n/g, " ")}”`],
    open: [],
  };
}

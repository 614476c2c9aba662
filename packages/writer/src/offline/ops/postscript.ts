import { findTarget } from "../ast/find-target.ts";
import type { Sentence } from "../ast/tree.ts";
import { mentionSentence } from "../plan/content-sentences.ts";
import { phraseSentence } from "../plan/make-sentences.ts";
import { sentence } from "../plan/sentence.ts";
import { literal } from "../plan/setting.ts";
import { polishClause } from "../brief/polish-clause.ts";
import type { Applied } from "./apply-result.ts";
import { insertPart, replaceAt } from "./edit-tree.ts";
import type { Scene } from "./scene.ts";

/** Write the one P.S., last: the given words, a line about a topic, or a modest one of its own. */
export function postscript(
  scene: Scene,
  given: { readonly text?: string | undefined; readonly about?: string | undefined },
  evidence: string,
): Applied {
  const made = line(scene, given, evidence);
  const next: Sentence = { ...made, text: /^p\.?s/i.test(made.text) ? made.text : `P.S. ${made.text}`, part: "ps" };
  const [present, ...more] = findTarget(scene.tree, { kind: "role", role: "ps" });
  const tree =
    present === undefined
      ? insertPart(scene.tree, [next])
      : replaceAt(scene.tree, [{ place: present, next: [next] }, ...more.map((place) => ({ place, next: [] }))]);
  return { tree, done: [`${present === undefined ? "added" : "changed"} the P.S.: “${next.text}”`], open: [] };
}

function line(
  scene: Scene,
  { text, about }: { readonly text?: string | undefined; readonly about?: string | undefined },
  evidence: string,
): Sentence {
  if (text !== undefined)
    return {
      text: literal(/[.?!]$/.test(text.trim()) ? text.trim() : sentence(text)),
      pre: "",
      origin: "user",
      part: "ps",
      evidence: [evidence],
    };
  if (about !== undefined) return mentionSentence(polishClause(about), evidence, scene.setting);
  return (
    phraseSentence("ps", "ps", scene.setting, {}, { shapes: ["none"], must: ["none"] }) ?? {
      text: "P.S. If the timing is off, that is fine.",
      pre: "",
      origin: "phrase",
      part: "ps",
    }
  );
}

import { findTarget } from "../ast/find-target.ts";
import { sentencesOf } from "../ast/tree.ts";
import { askOf, askSentence } from "../plan/content-sentences.ts";
import { askLabel } from "../plan/parse-ask.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { insertPart, removeAt, replaceAt } from "./edit-tree.ts";
import { isLocked } from "./scene.ts";
import type { Scene } from "./scene.ts";

/** Put the ask of the setting in the place of the present one; every other sentence stays byte for byte. */
export function changeAsk(scene: Scene): Applied {
  const spec = askOf(scene.setting);
  const next = askSentence(spec, scene.setting);
  const label = askLabel(spec);
  const places = findTarget(scene.tree, { kind: "role", role: "ask" });
  const [first, ...more] = places;
  if (first === undefined) return { tree: insertPart(scene.tree, [next]), done: [`the ask is now ${label}`], open: [] };
  const current = scene.tree.blocks[first.block]?.sentences[first.index];
  if (current !== undefined && isLocked(current, scene))
    return nothing(scene.tree, `The present ask is locked (“${current.text}”), so I left it.`);
  if (current?.text === next.text && more.length === 0)
    return { tree: scene.tree, done: [], open: [`The ask is already ${label}.`] };
  const replaced = replaceAt(scene.tree, [
    { place: first, next: [next] },
    ...more.map((place) => ({ place, next: [] })),
  ]);
  const others = sentencesOf(replaced).filter(
    ({ sentence }) => sentence.part === "soft" && sentence.text.endsWith("?"),
  );
  return { tree: removeAt(replaced, others), done: [`the ask is now ${label}`], open: [] };
}

/** Make the present ask smaller and easier to answer. */
export function softenAsk(scene: Scene): Applied {
  const soft = { ...scene.setting, tone: "soft" as const };
  const places = findTarget(scene.tree, { kind: "role", role: "ask" });
  const [first] = places;
  const current = first === undefined ? undefined : scene.tree.blocks[first.block]?.sentences[first.index];
  if (first === undefined || current === undefined)
    return {
      tree: insertPart(scene.tree, [askSentence(askOf(soft), soft)]),
      done: ["the email has a soft ask now"],
      open: [],
    };
  if (isLocked(current, scene)) return nothing(scene.tree, `The ask is locked (“${current.text}”), so I left it.`);
  const spec = askOf(soft);
  const lighter =
    spec.kind === "question"
      ? askSentence({ kind: "interest" }, soft)
      : askSentence(spec, soft, { avoid: new Set(current.phrase === undefined ? [] : [current.phrase]) });
  const next = lighter.text === current.text ? askSentence({ kind: "interest" }, soft) : lighter;
  return {
    tree: replaceAt(scene.tree, [{ place: first, next: [next] }]),
    done: [`the ask is softer: “${next.text}”`],
    open: [],
  };
}

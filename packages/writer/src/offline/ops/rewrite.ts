import { findTarget } from "../ast/find-target.ts";
import { sentencesOf } from "../ast/tree.ts";
import type { Sentence } from "../ast/tree.ts";
import type { Target } from "../nlu/op.ts";
import { sentence, wordCount } from "../plan/sentence.ts";
import { literal } from "../plan/setting.ts";
import { polishClause } from "../brief/polish-clause.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { insertPart, replaceAt } from "./edit-tree.ts";
import { againIn } from "./say-again.ts";
import { isLocked } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { compress } from "./compress.ts";
import { reorder } from "./reorder.ts";

/** Say a named part in other words, or in the words given. Only that part changes. */
export function rewrite(scene: Scene, target: Target, text: string | undefined, evidence: string): Applied {
  const places = findTarget(scene.tree, target);
  const [first] = places;
  if (first === undefined) {
    if (target.kind === "role" && target.role === "opener" && text !== undefined)
      return {
        tree: insertPart(scene.tree, [given(text, "opener", evidence)]),
        done: [`added the opener “${given(text, "opener", evidence).text}”`],
        open: [],
      };
    return nothing(scene.tree, "I did not find that part in the draft, so nothing changed.");
  }
  const current = scene.tree.blocks[first.block]?.sentences[first.index];
  if (current === undefined || isLocked(current, scene))
    return nothing(
      scene.tree,
      `That part is locked${current === undefined ? "" : ` (“${current.text}”)`}, so I left it.`,
    );
  if (text !== undefined) {
    const next = given(text, current.part, evidence);
    const rest = target.kind === "paragraph" ? places.slice(1).map((place) => ({ place, next: [] })) : [];
    return {
      tree: replaceAt(scene.tree, [{ place: first, next: [next] }, ...rest]),
      done: [`that line now reads “${next.text}”`],
      open: [],
    };
  }
  const changes: { place: typeof first; next: Sentence[] }[] = [];
  for (const place of places) {
    const one = scene.tree.blocks[place.block]?.sentences[place.index];
    if (one === undefined || isLocked(one, scene)) continue;
    const next = other(one, place.block, place.index, scene);
    if (next !== undefined && next.text !== one.text) changes.push({ place, next: [next] });
  }
  if (changes.length === 0)
    return nothing(
      scene.tree,
      `I have no second wording for “${current.text}”, since it is made of your own words. Write the line you want and I will put it in.`,
    );
  return {
    tree: replaceAt(scene.tree, changes),
    done: [`reworded: “${changes.map(({ next }) => next[0]?.text ?? "").join(" ")}”`],
    open: [],
  };
}

function given(text: string, part: Sentence["part"], evidence: string): Sentence {
  const plain = /[.?!]$/.test(text.trim()) ? text.trim() : sentence(polishClause(text));
  return { text: literal(plain), pre: " ", origin: "user", part, evidence: [evidence] };
}

/** Another wording: another phrase, else the user's own words in another order or tighter. */
function other(one: Sentence, block: number, index: number, scene: Scene): Sentence | undefined {
  const turn = sentencesOf(scene.tree).filter(
    (entry) =>
      entry.sentence.part === one.part && (entry.block < block || (entry.block === block && entry.index < index)),
  ).length;
  const again = againIn(one, turn, scene.setting, new Set(one.phrase === undefined ? [] : [one.phrase]));
  if (again !== undefined && again.text !== one.text) return again;
  const turned = reorder(one.text) ?? compress(one.text);
  return turned === one.text || wordCount(turned) < 3 ? undefined : { ...one, text: turned };
}

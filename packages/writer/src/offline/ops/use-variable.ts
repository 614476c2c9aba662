import { renderTree, sentencesOf } from "../ast/tree.ts";
import type { FieldProfile } from "../../state.ts";
import { greetingSentence, phraseSentence } from "../plan/make-sentences.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { insertPart, replaceAt } from "./edit-tree.ts";
import { isFree } from "./scene.ts";
import type { Scene } from "./scene.ts";

/** Work a lead field into the draft, with a fallback for the leads that lack it. */
export function useVariable(scene: Scene, said: string, profile: readonly FieldProfile[]): Applied {
  const name = resolve(said, scene, profile);
  if (name === undefined) {
    const known = profile.filter(({ filled }) => filled > 0).map((field) => field.name);
    return nothing(
      scene.tree,
      `There is no field “${said}” here. ${known.length === 0 ? "The campaign has no leads yet." : `Fields with values: ${known.slice(0, 8).join(", ")}.`}`,
    );
  }
  const field = profile.find((one) => one.name === name);
  if (field !== undefined && field.leads > 0 && field.filled === 0)
    return nothing(scene.tree, `No lead has a value for ${name}, so it would always show the fallback. I left it out.`);
  if (new RegExp(`%${name.replace(/\./g, "\\.")}[|%]`).test(renderTree(scene.tree)))
    return nothing(scene.tree, `The draft already uses %${name}%.`);
  const fill =
    field === undefined || field.leads === 0
      ? ""
      : ` (${field.filled} of ${field.leads} leads have it; the others get the fallback)`;
  if (name === "first_name") {
    const [greeting] = sentencesOf(scene.tree).filter(({ sentence }) => sentence.part === "greeting");
    const next = greetingSentence({ ...scene.setting, first: "%first_name|there%" });
    return {
      tree:
        greeting === undefined
          ? insertPart(scene.tree, [next])
          : replaceAt(scene.tree, [{ place: greeting, next: [next] }]),
      done: [`the greeting uses %first_name%${fill}`],
      open: [],
    };
  }
  const kind =
    name === "position"
      ? "position"
      : name === "company"
        ? "company"
        : name === "headline"
          ? "headline"
          : field?.type === "number"
            ? "number"
            : "custom";
  const label = name
    .replace(/^custom_fields\./, "")
    .replaceAll(/[_-]+/g, " ")
    .toLowerCase();
  const fallback = {
    position: "a leader",
    company: `your ${scene.setting.audience.place}`,
    headline: "your work",
    number: "your size",
    custom: `your ${label}`,
  }[kind];
  const made = phraseSentence(
    "variable",
    kind === "position" || kind === "company" ? "opener" : "mention",
    scene.setting,
    { field: `%${name}|${fallback}%`, label: kind === "number" ? `a ${label}` : `your ${label}` },
    { shapes: [kind], must: [kind] },
  );
  if (made === undefined)
    return nothing(scene.tree, `I found no good place for %${name}%. Tell me the sentence it should stand in.`);
  const [opener] =
    made.part === "opener"
      ? sentencesOf(scene.tree).filter(({ sentence }) => sentence.part === "opener" && isFree(sentence, scene))
      : [];
  const tree =
    opener === undefined ? insertPart(scene.tree, [made]) : replaceAt(scene.tree, [{ place: opener, next: [made] }]);
  return { tree, done: [`%${name}% is used in “${made.text}”${fill}`], open: [] };
}

function resolve(said: string, scene: Scene, profile: readonly FieldProfile[]): string | undefined {
  const fold = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^custom_fields\./, "")
      .replaceAll(/[^a-z0-9]+/g, "");
  const names = [...profile.map((field) => field.name), ...scene.setting.variables];
  return (
    names.find((name) => name === said) ??
    names.find((name) => fold(name) === fold(said)) ??
    names.find((name) => fold(said).length > 3 && fold(name).includes(fold(said)))
  );
}

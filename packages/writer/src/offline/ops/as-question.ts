import { findTarget } from "../ast/find-target.ts";
import type { Target } from "../nlu/op.ts";
import { lowerFirst } from "../nlu/noun-phrase.ts";
import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { baseOf, isAuxiliary } from "../words/verb-forms.ts";
import { sentence } from "../plan/sentence.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { replaceAt } from "./edit-tree.ts";
import { isLocked } from "./scene.ts";
import type { Scene } from "./scene.ts";

/** Turn the first statement of a part into a question about the reader's own case. */
export function asQuestion(scene: Scene, target: Target): Applied {
  const places = findTarget(scene.tree, target).filter((place) => {
    const one = scene.tree.blocks[place.block]?.sentences[place.index];
    return one !== undefined && !isLocked(one, scene);
  });
  for (const place of places) {
    const one = scene.tree.blocks[place.block]?.sentences[place.index];
    if (one === undefined) continue;
    if (one.text.endsWith("?")) return nothing(scene.tree, `That part is a question already: “${one.text}”`);
    const question = toYesNo(one.text, scene.setting.co);
    if (question === undefined) continue;
    return {
      tree: replaceAt(scene.tree, [{ place, next: [{ ...one, text: question }] }]),
      done: [`that part is a question now: “${question}”`],
      open: [],
    };
  }
  return nothing(
    scene.tree,
    places.length === 0
      ? "I did not find that part, or it is locked."
      : "I could not turn that part into a question that reads well. Write the question and I will put it in.",
  );
}

/** "Many clinic managers can't fill shifts." → "Can't your team fill shifts?" is stiff, so the reader's case is asked plainly. */
export function toYesNo(text: string, co: string): string | undefined {
  const plain = text.replace(/[.!]+$/, "");
  const familiar = /^(?:this|it|that) (?:may|might|could) (?:be|sound|ring|hit|be true)\s*(.*)$/i.exec(plain);
  if (familiar !== null) return sentence(`does this sound familiar at ${co}?`).replace(/\.$/, "");
  const many =
    /^(?:many|most|some|a lot of|lots of|too many|so many|plenty of|a large number of|it is common: |it seems that many)\s*(.+)$/i.exec(
      plain,
    );
  const words = wordsOf(many?.[1] ?? plain);
  const at = findVerb(words);
  if (many?.[1] !== undefined && at > 0) {
    const verb = words[at] ?? "";
    const rest = many[1].slice(many[1].indexOf(verb) + verb.length).trim();
    const others = /\b(?:from|by|with|of|to)\s+(?:\w+\s)?\w+s\b.*\btheir\b/i.test(rest);
    const turned = others
      ? rest
      : rest
          .replace(/\btheir\b/gi, "your")
          .replace(/\bthem\b/gi, "you")
          .replace(/\bthey\b/gi, "you");
    if (/^are$/i.test(verb)) return sentence(`are you ${turned}?`).replace(/\.$/, "");
    if (/^(?:can't|cannot)$/i.test(verb)) return sentence(`is it hard to ${turned}?`).replace(/\.$/, "");
    if (/^(?:don't|do)$/i.test(verb))
      return sentence(`do you ${/n't/i.test(verb) ? "not " : ""}${turned}?`).replace(/\.$/, "");
    if (!isAuxiliary(verb)) return sentence(`do you ${verb.toLowerCase()} ${turned}?`).replace(/\.$/, "");
  }
  const own = /^(?:we|I)\s+(?:also |can )?(?:help|let)\s+/i.test(plain);
  if (own) return sentence(`did you know that ${lowerFirst(plain)}?`).replace(/\.$/, "");
  if (at > 0) {
    const subject = words.slice(0, at).join(" ");
    const verb = words[at] ?? "";
    const rest = plain.slice(plain.indexOf(verb) + verb.length).trim();
    const third = baseOf(verb, "third");
    if (/^(?:is|are|was|were|can|will|does)$/i.test(verb))
      return sentence(`${verb.toLowerCase()} ${lowerFirst(subject)} ${rest} at ${co}?`).replace(/\.$/, "");
    if (third !== undefined)
      return sentence(`does ${lowerFirst(subject)} ${third} ${rest} at ${co}?`).replace(/\.$/, "");
    if (baseOf(verb, "base") !== undefined && !/^(?:we|I|our)\b/i.test(subject))
      return sentence(`do ${lowerFirst(subject)} ${verb.toLowerCase()} ${rest} at ${co}?`).replace(/\.$/, "");
  }
  return undefined;
}

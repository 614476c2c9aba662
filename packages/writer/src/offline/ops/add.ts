import { sentencesOf } from "../ast/tree.ts";
import type { Sentence } from "../ast/tree.ts";
import { hasWord } from "../phrases/choose-phrase.ts";
import { repeats } from "../plan/block-of.ts";
import { mentionSentence, proofsOf } from "../plan/content-sentences.ts";
import { polishClause } from "../brief/polish-clause.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { insertPart } from "./edit-tree.ts";
import type { Scene } from "./scene.ts";

/** Mention something once, in the part where it belongs. */
export function mention(scene: Scene, text: string, evidence: string): Applied {
  const said = polishClause(text);
  if (/^(?:their|his|her)\s/i.test(said))
    return nothing(
      scene.tree,
      `I cannot mention “${said}”, since I know nothing about it. If your leads have a field for it, say “use” and the field’s name; else give me the words.`,
    );
  const present = sentencesOf(scene.tree).find(({ sentence }) => hasWord(sentence.text, said));
  if (present !== undefined)
    return nothing(scene.tree, `“${said}” is already in the draft: “${present.sentence.text}”`);
  const made = mentionSentence(said, evidence, scene.setting);
  return { tree: insertPart(scene.tree, [made]), done: [`added “${made.text}”`], open: [] };
}

/** Add a known result that the draft does not tell yet; without one, say what would be needed. */
export function addProof(scene: Scene): Applied & { readonly needs?: boolean } {
  const said = [
    ...sentencesOf(scene.tree).map(({ sentence }) => sentence),
    ...scene.setting.known.removed.map((text) => ({ text })),
  ];
  for (const item of scene.setting.known.facts.proof) {
    const made = proofsOf(item, scene.setting).filter((one) => !repeats(one.text, said));
    if (made.length > 0)
      return {
        tree: insertPart(scene.tree, made.slice(0, 2)),
        done: [
          `added proof: “${made
            .slice(0, 2)
            .map(({ text }) => text)
            .join(" ")}”`,
        ],
        open: [],
      };
  }
  const used = scene.setting.known.facts.proof.length > 0;
  return {
    ...nothing(
      scene.tree,
      used
        ? "Every result I know of is already in the draft. Tell me another one and I will add it."
        : "I know of no result or customer yet, and I make none up.",
    ),
    needs: !used,
  };
}

/** Put a new sentence of facts where it belongs, unless the draft says it already. */
export function addFact(scene: Scene, made: readonly Sentence[]): Applied {
  const said = sentencesOf(scene.tree).map(({ sentence }) => sentence);
  const fresh = made.filter((one) => !repeats(one.text, said));
  if (fresh.length === 0) return nothing(scene.tree, "The draft already says that.");
  return {
    tree: insertPart(scene.tree, fresh),
    done: [`added “${fresh.map(({ text }) => text).join(" ")}”`],
    open: [],
  };
}

import { findTarget } from "../ast/find-target.ts";
import type { Target } from "../nlu/op.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { removeAt, replaceAt } from "./edit-tree.ts";
import { isLocked, sentenceAt } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { sentence } from "../plan/sentence.ts";

/** A removal that needs a choice first. */
export interface RemoveQuestion {
  readonly question: string;
  readonly options: readonly string[];
}

/**
 * Take out what a target names. Nothing is removed on a guess: no match changes
 * nothing, several matches of a topic come back as a question.
 */
export function remove(
  scene: Scene,
  target: Target,
): (Applied & { readonly removed?: readonly string[] }) | RemoveQuestion {
  if (target.kind === "subject")
    return nothing(scene.tree, "An email needs a subject, so I kept it. I can write another one.");
  const places = findTarget(scene.tree, target);
  const said =
    target.kind === "topic" || target.kind === "quote"
      ? target.text
      : target.kind === "role"
        ? (names[target.role] ?? target.role)
        : "that part";
  if (places.length === 0)
    return nothing(scene.tree, `I removed nothing: no sentence in the draft is about “${said}”.`);
  const free = places.filter((place) => {
    const one = sentenceAt(scene.tree, place);
    return one !== undefined && !isLocked(one, scene);
  });
  if (free.length === 0)
    return nothing(scene.tree, "That sentence is locked, so I left it. Say “unlock” and name it to change that.");
  if (target.kind === "quote") return removeQuote(scene, target.text, free);
  if (target.kind === "topic" && free.length > 1) {
    const texts = free.map((place) => sentenceAt(scene.tree, place)?.text ?? "");
    return {
      question: `“${said}” is in ${free.length} sentences. Which one should go?`,
      options: [...texts.slice(0, 3).map((text) => text.slice(0, 110)), ...(free.length <= 3 ? ["All of them"] : [])],
    };
  }
  const ask = free.some((place) => sentenceAt(scene.tree, place)?.part === "ask");
  if (ask && scene.setting.place !== "last")
    return nothing(
      scene.tree,
      "I kept the ask, since an email without one gives the reader nothing to answer. Tell me what to ask for instead and I will change it.",
    );
  const greeting =
    free.some((place) => sentenceAt(scene.tree, place)?.part === "value") &&
    places.length === scene.tree.blocks.flatMap(({ sentences }) => sentences).length;
  if (greeting) return nothing(scene.tree, "That would leave nothing of the email.");
  return {
    tree: removeAt(scene.tree, free),
    removed: free.flatMap((place) => sentenceAt(scene.tree, place)?.text ?? []),
    done: [
      `removed ${free.map((place) => `“${sentenceAt(scene.tree, place)?.text.replace(/\n/g, " ") ?? ""}”`).join(" and ")}`,
    ],
    open: [],
  };
}

const names: Readonly<Record<string, string>> = {
  ps: "a P.S.",
  proof: "proof",
  opener: "the opener",
  problem: "the problem",
  value: "the offer",
  ask: "the ask",
  greeting: "the greeting",
  signoff: "the sign-off",
};

/** A quoted sentence goes whole; quoted words leave their sentence when it still reads, else the sentence goes. */
function removeQuote(
  scene: Scene,
  quote: string,
  places: readonly { readonly block: number; readonly index: number }[],
): Applied & { readonly removed?: readonly string[] } {
  const [place] = places;
  const one = place === undefined ? undefined : sentenceAt(scene.tree, place);
  if (place === undefined || one === undefined) return nothing(scene.tree, `I did not find “${quote}” in the draft.`);
  const at = one.text.toLowerCase().indexOf(quote.toLowerCase().replace(/\.$/, ""));
  const rest = `${one.text.slice(0, at)}${one.text.slice(at + quote.replace(/\.$/, "").length)}`
    .replace(/\s{2,}/g, " ")
    .replace(/\s+([,.?!])/g, "$1")
    .replace(/^[\s,;]+/, "")
    .trim();
  if (quote.split(/\s+/).length >= one.text.split(/\s+/).length * 0.7 || rest.split(/\s+/).length < 4)
    return { tree: removeAt(scene.tree, [place]), removed: [one.text], done: [`removed “${one.text}”`], open: [] };
  const next = /\n/.test(one.text)
    ? rest
    : one.text.endsWith("?")
      ? sentence(rest.replace(/[.?]+$/, "?")).replace(/\?\.$/, "?")
      : sentence(rest);
  return {
    tree: replaceAt(scene.tree, [{ place, next: [{ ...one, text: next }] }]),
    done: [`removed “${quote}”; the sentence now reads “${next}”`],
    open: [],
  };
}

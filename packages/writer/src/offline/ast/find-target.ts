import type { Target } from "../nlu/op.ts";
import { hasWord } from "../phrases/choose-phrase.ts";
import { sentencesOf } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** Where a sentence stands. */
export interface Place {
  readonly block: number;
  readonly index: number;
}

const small = new Set(
  "about with that this from your their they them have what when which will would could should more most some been into than then also only just very line sentence paragraph part email the and for are was our you can not all any how who its has had but out one".split(
    " ",
  ),
);

/** Sentences that a target names; an empty list means that it names none. */
export function findTarget(tree: Tree, target: Target): Place[] {
  const all = sentencesOf(tree).map(({ block, index }) => ({ block, index }));
  const content = all.filter(({ block }) => !["greeting", "signoff"].includes(tree.blocks[block]?.role ?? ""));
  switch (target.kind) {
    case "all":
      return all;
    case "subject":
      return [];
    case "role":
      return byRole(tree, target.role);
    case "paragraph": {
      const blocks = [...new Set(content.map(({ block }) => block))];
      const block = blocks.at(target.index);
      return block === undefined ? [] : all.filter((place) => place.block === block);
    }
    case "sentence": {
      const pool =
        target.paragraph === undefined
          ? content.filter(
              ({ block }) =>
                target.index >= 0 ||
                tree.blocks[block]?.role !== "ps" ||
                content.every((place) => tree.blocks[place.block]?.role === "ps"),
            )
          : within(content, target.paragraph);
      const place = pool.at(target.index);
      return place === undefined ? [] : [place];
    }
    case "quote":
      return all.filter(({ block, index }) =>
        (tree.blocks[block]?.sentences[index]?.text ?? "")
          .toLowerCase()
          .includes(target.text.toLowerCase().replace(/\.$/, "")),
      );
    case "topic":
      return byTopic(tree, target.text);
  }
}

function within(content: readonly Place[], paragraph: number): Place[] {
  const block = [...new Set(content.map((place) => place.block))].at(paragraph);
  return content.filter((place) => place.block === block);
}

function byRole(tree: Tree, role: string): Place[] {
  const places = sentencesOf(tree);
  const parts: Readonly<Record<string, readonly string[]>> = {
    opener: ["opener", "event"],
    problem: ["problem"],
    value: ["value", "outcome", "difference"],
    proof: ["proof"],
    ask: ["ask"],
    greeting: ["greeting"],
    signoff: ["signoff"],
    ps: ["ps"],
  };
  const wanted = parts[role] ?? [role];
  const found = places.filter(({ sentence }) => wanted.includes(sentence.part));
  if (found.length > 0) return found.map(({ block, index }) => ({ block, index }));
  const blocks = places.filter(({ block }) => tree.blocks[block]?.role === role);
  if (blocks.length > 0) return blocks.map(({ block, index }) => ({ block, index }));
  const content = places.filter(({ block }) => !["greeting", "signoff", "ps"].includes(tree.blocks[block]?.role ?? ""));
  const first = content[0];
  if (role === "opener" && first !== undefined) return [{ block: first.block, index: first.index }];
  if (role === "ask")
    return content
      .filter(({ sentence }) => /\?\s*$/.test(sentence.text))
      .slice(-1)
      .map(({ block, index }) => ({ block, index }));
  if (role === "proof")
    return content.filter(({ sentence }) => /\d/.test(sentence.text)).map(({ block, index }) => ({ block, index }));
  return [];
}

/** Content words of a phrase with their plain endings taken off. */
export function stems(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9%][a-z0-9%'-]*/g) ?? [])
    .filter((word) => (word.length > 2 || /\d/.test(word)) && !small.has(word))
    .map((word) =>
      word
        .replace(/'s$/, "")
        .replace(/(?:ies)$/, "y")
        .replace(/(?:ing|ed|es|s|e)$/, ""),
    );
}

/** Sentences that share the topic's words: all of them for a short topic, most for a long one. */
function byTopic(tree: Tree, topic: string): Place[] {
  const wanted = stems(topic);
  const places = sentencesOf(tree).filter(
    ({ sentence }) => sentence.part !== "greeting" && sentence.part !== "signoff",
  );
  if (wanted.length === 0)
    return places.filter(({ sentence }) => hasWord(sentence.text, topic)).map(({ block, index }) => ({ block, index }));
  const related: Readonly<Record<string, RegExp>> = {
    price: /[$€£]|\bpric|\bcost|\bfee/i,
    pric: /[$€£]|\bpric|\bfee/i,
    number: /\d/,
    figur: /\d/,
    stat: /\d/,
    percentag: /%|percent/i,
    link: /https?:|www\./i,
    client: /\bclient|\bcustomer/i,
    customer: /\bclient|\bcustomer/i,
  };
  const scored = places.map(({ sentence, block, index }) => {
    const own = new Set(stems(sentence.text));
    const hits = wanted.filter(
      (word) =>
        own.has(word) ||
        [...own].some(
          (other) => word.length > 4 && other.length > 4 && (other.startsWith(word) || word.startsWith(other)),
        ) ||
        related[word]?.test(sentence.text) === true,
    ).length;
    return { block, index, share: hits / wanted.length };
  });
  const least = wanted.length <= 2 ? 1 : 0.6;
  const best = Math.max(0, ...scored.map(({ share }) => share));
  return scored
    .filter(({ share }) => share >= least && share >= best - 0.01)
    .map(({ block, index }) => ({ block, index }));
}

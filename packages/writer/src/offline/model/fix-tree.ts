import { findTarget } from "../ast/find-target.ts";
import { sentencesOf } from "../ast/tree.ts";
import type { Sentence, Tree } from "../ast/tree.ts";
import type { TurnState } from "../../state.ts";
import { removeAt, replaceAt, insertPart } from "../ops/edit-tree.ts";
import { synonyms } from "../ops/synonyms.ts";
import { hasWord } from "../phrases/choose-phrase.ts";
import { capitalise } from "../nlu/repair-wording.ts";
import { sentence } from "../plan/sentence.ts";
import type { Issue } from "./read-progress.ts";

/** Mend a refused draft by the codes of its issues: drop what has no evidence, keep one ask, set fallbacks, strip what does not belong. */
export function fixTree(tree: Tree, issues: readonly Issue[], state: TurnState): Tree {
  return issues.reduce((result, issue) => fixOne(result, issue, state), tree);
}

function fixOne(tree: Tree, issue: Issue, state: TurnState): Tree {
  const inSubject = issue.path === "subject";
  switch (issue.code) {
    case "B07":
      return oneAsk(tree);
    case "B11":
      return removeAt(tree, findTarget(tree, { kind: "sentence", index: 0 }).slice(0, 1));
    case "B16":
    case "P01":
    case "P02":
    case "P03":
      return inSubject
        ? { ...tree, subject: { text: "A short note" } }
        : dropWith(tree, issue.got, (text) => /\d/.test(text));
    case "B01":
      return tree;
    case "B17":
      return fixWords(tree, state);
    case "S01":
    case "S02":
      return {
        ...tree,
        subject: {
          text: capitalise(
            tree.subject.text
              .split(/\s+/)
              .slice(0, 5)
              .join(" ")
              .replace(/[,:;]$/, ""),
          ),
        },
      };
    case "S03":
      return { ...tree, subject: { text: "A short note" } };
    case "S04":
      return {
        ...tree,
        subject: { text: tree.subject.text.replace(/^\s*(?:(?:re|fwd?)\s*:\s*)+/i, "") || "A short note" },
      };
    case "S09":
      return { ...tree, subject: { text: tree.subject.text.replace(/%([A-Za-z_][\w.-]*)%/g, "%$1|your team%") } };
    case "V01":
    case "V12":
      return mapText(tree, (text) =>
        text
          .replace(/%([A-Za-z_][\w.-]*)(?:\|([^%]*))?%/g, (whole, name: string, fallback?: string) =>
            issue.got.includes(name) ? (fallback ?? "you") : whole,
          )
          .replace(/(?<!%)%(?![%\w])/g, "%%"),
      );
    case "V02":
      return mapText(tree, (text) =>
        text.replace(/%([A-Za-z_][\w.-]*)%/g, (whole, name: string) =>
          name.startsWith("sender_") ? whole : `%${name}|${name === "first_name" ? "there" : "your team"}%`,
        ),
      );
    case "V04":
    case "V11":
    case "V16":
      return mapText(tree, (text) => text.replace(/[{}[\]]|\*\||\|\*|&&|\*\*|^#+\s*/g, ""));
    case "L04":
      return mapText(tree, (text) => text.replace(/\s*(?:https?:\/\/|www\.)\S+/g, "").replace(/\s+([.,?])/g, "$1"));
    case "locked":
      return sentencesOf(tree).some(({ sentence: one }) => one.text === issue.got)
        ? tree
        : insertPart(tree, [
            {
              text: issue.got,
              pre: " ",
              origin: "human",
              part: issue.got.endsWith("?") ? "soft" : "value",
              locked: true,
            },
          ]);
    default:
      return tree;
  }
}

function mapText(tree: Tree, change: (text: string) => string): Tree {
  return {
    subject: { ...tree.subject, text: change(tree.subject.text) },
    blocks: tree.blocks.map((block) => ({
      ...block,
      sentences: block.sentences.map((one): Sentence =>
        one.locked === true ? one : { ...one, text: change(one.text) },
      ),
    })),
  };
}

/** Keep the ask block's question; other questions become statements or go. */
function oneAsk(tree: Tree): Tree {
  const asks = sentencesOf(tree).filter(({ sentence: one }) => /\?\s*$/.test(one.text));
  const keep = asks.findLast(({ sentence: one }) => one.part === "ask") ?? asks.at(-1);
  if (keep === undefined)
    return insertPart(tree, [{ text: "Would this be worth a short talk?", pre: "", origin: "phrase", part: "ask" }]);
  const others = asks.filter((one) => one !== keep && one.sentence.locked !== true);
  const soft = sentencesOf(tree).filter(({ sentence: one }) => one.part === "soft");
  return removeAt(tree, [...others, ...(others.length === 0 ? soft : [])]);
}

function dropWith(tree: Tree, got: string, fallback: (text: string) => boolean): Tree {
  const words = got.toLowerCase();
  const free = sentencesOf(tree).filter(
    ({ sentence: one }) => one.locked !== true && !["greeting", "signoff", "ask"].includes(one.part),
  );
  const named = free.filter(
    ({ sentence: one }) =>
      words.length > 2 &&
      (words.includes(one.text.toLowerCase()) ||
        one.text.toLowerCase().includes(words) ||
        [...words.matchAll(/[“"]([^”"]{2,})[”"]/g)].some((match) =>
          one.text.toLowerCase().includes(match[1] ?? "\u0000"),
        )),
  );
  const targets = named.length > 0 ? named : free.filter(({ sentence: one }) => fallback(one.text)).slice(-1);
  return removeAt(tree, targets);
}

function fixWords(tree: Tree, state: TurnState): Tree {
  const banned = [...state.banned_phrases, ...(state.session.brief.banned ?? [])];
  const changed = sentencesOf(tree).flatMap(({ sentence: one, block, index }) => {
    const hits = banned.filter((word) => hasWord(one.text, word));
    if (hits.length === 0 || one.locked === true) return [];
    const text = hits
      .reduce(
        (result, word) =>
          result.replace(
            new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "giu"),
            synonyms[word.toLowerCase()] ?? "",
          ),
        one.text,
      )
      .replace(/\s{2,}/g, " ")
      .replace(/\s+([,.?!])/g, "$1");
    return [
      {
        place: { block, index },
        next:
          text.split(/\s+/).length < 4 && !["ask", "greeting", "signoff"].includes(one.part)
            ? []
            : [{ ...one, text: capitalise(text.trim()) }],
      },
    ];
  });
  const next = replaceAt(tree, changed);
  const missing = [...state.required_phrases, ...(state.session.brief.required ?? [])].filter(
    (word) => !sentencesOf(next).some(({ sentence: one }) => hasWord(one.text, word)),
  );
  return missing.reduce(
    (result, word) =>
      insertPart(result, [
        {
          text: sentence(/\s/.test(word) && /[.?!]$/.test(word) ? word : `this is also about ${word}`),
          pre: " ",
          origin: "user",
          part: "mention",
        },
      ]),
    next,
  );
}

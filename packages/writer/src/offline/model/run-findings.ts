import { sentencesOf } from "../ast/tree.ts";
import type { Sentence, Tree } from "../ast/tree.ts";
import type { FactSlot, Finding } from "../brief/finding.ts";
import type { Item } from "../brief/known.ts";
import { addFact } from "../ops/add.ts";
import type { Applied } from "../ops/apply-result.ts";
import { changeAsk } from "../ops/change-ask.ts";
import { changeFrame } from "../ops/change-frame.ts";
import { changeSubject } from "../ops/change-subject.ts";
import { insertPart, replaceAt } from "../ops/edit-tree.ts";
import { retone } from "../ops/retone.ts";
import { isFree, isLocked } from "../ops/scene.ts";
import type { Scene } from "../ops/scene.ts";
import { benefitSentences, offerSentences, proofsOf, valueSentences } from "../plan/content-sentences.ts";
import { problemSentences } from "../plan/problem-sentences.ts";
import { phraseSentence } from "../plan/make-sentences.ts";
import { subjectOf } from "../plan/subject-of.ts";
import type { Setting } from "../plan/setting.ts";

/** Work new facts into a draft: a changed audience, product or pain re-words what rests on it, anything else is added once. */
export function runFindings(scene: Scene, findings: readonly Finding[], replacing: ReadonlySet<FactSlot>): Applied {
  let current = scene;
  const done: string[] = [];
  const open: string[] = [];
  const apply = (result: Applied): void => {
    current = { ...current, tree: result.tree };
    done.push(...result.done);
    open.push(...result.open);
  };
  const basis = (["audience", "product", "pain"] as const).filter(
    (slot) => replacing.has(slot) && findings.some((finding) => finding.slot === slot),
  );
  if (basis.length > 0) apply(rebase(current, basis));
  const seen = new Set<string>();
  for (const finding of findings) {
    if (
      finding.slot === "ask" ||
      finding.slot === "tone" ||
      finding.slot === "subject" ||
      finding.slot === "sender" ||
      finding.slot === "signoff"
    ) {
      if (seen.has(finding.slot)) continue;
      seen.add(finding.slot);
      apply(
        finding.slot === "ask"
          ? changeAsk(current)
          : finding.slot === "tone"
            ? retone(current)
            : finding.slot === "subject"
              ? changeSubject(current, { op: "subject", mode: "set", text: finding.value })
              : changeFrame(current, "signoff"),
      );
      continue;
    }
    if (basis.some((slot) => slot === finding.slot)) continue;
    const made = sentencesFor(finding, current.setting);
    if (made.length === 0) continue;
    apply(replacing.has(finding.slot as FactSlot) ? replaceFact(current, made) : addFact(current, made));
  }
  return { tree: current.tree, done, open };
}

function sentencesFor(finding: Finding, setting: Setting): readonly Sentence[] {
  const item: Item | undefined = (
    ["pain", "outcome", "proof", "difference", "offer", "event", "product", "audience"] as const
  )
    .flatMap((slot) => (slot === finding.slot ? setting.known.facts[slot] : []))
    .find(({ value }) => value === finding.value);
  if (item === undefined) return [];
  switch (finding.slot) {
    case "pain":
      return problemSentences(item, setting);
    case "outcome":
      return benefitSentences(item, "outcome", setting);
    case "difference":
      return benefitSentences(item, "difference", setting);
    case "product":
      return /^(?:we|I|it|our)\b/i.test(item.value) ? benefitSentences(item, "outcome", setting) : [];
    case "proof":
      return proofsOf(item, setting);
    case "offer":
      return offerSentences(item, setting);
    default:
      return [];
  }
}

/** Put the new fact in the place of the old one of its kind. */
function replaceFact(scene: Scene, made: readonly Sentence[]): Applied {
  const part = made[0]?.part ?? "value";
  const places = sentencesOf(scene.tree).filter(({ sentence }) => sentence.part === part && isFree(sentence, scene));
  const [first, ...more] = places;
  if (first === undefined)
    return {
      tree: insertPart(scene.tree, made),
      done: [`added “${made.map(({ text }) => text).join(" ")}”`],
      open: [],
    };
  return {
    tree: replaceAt(scene.tree, [{ place: first, next: made }, ...more.map((place) => ({ place, next: [] }))]),
    done: [`it now says “${made.map(({ text }) => text).join(" ")}”`],
    open: [],
  };
}

/** Re-word the sentences that rest on a changed audience, product or pain; the rest stays byte for byte. */
function rebase(scene: Scene, basis: readonly ("audience" | "product" | "pain")[]): Applied {
  const { setting } = scene;
  const pain = setting.known.facts.pain[0];
  const parts = new Set(
    basis.flatMap(
      (slot) => ({ audience: ["problem", "value"], product: ["value", "outcome", "opener"], pain: ["problem"] })[slot],
    ),
  );
  let tree: Tree = scene.tree;
  const lockedOut: string[] = [];
  for (const part of parts) {
    const places = sentencesOf(tree).filter(({ sentence }) => sentence.part === part);
    const free = places.filter(
      ({ sentence }) =>
        isFree(sentence, scene) && (part !== "value" || basis.includes("product") || sentence.phrase !== undefined),
    );
    lockedOut.push(...places.filter(({ sentence }) => isLocked(sentence, scene)).map(({ sentence }) => sentence.text));
    const made =
      part === "problem"
        ? pain === undefined
          ? []
          : problemSentences(pain, setting)
        : part === "value"
          ? setting.productItem === undefined
            ? []
            : valueSentences(setting.productItem, setting, pain !== undefined)
          : part === "opener"
            ? openerAgain(setting, pain !== undefined)
            : [];
    const [first, ...more] = free;
    if (first === undefined) {
      if (places.length === 0 && made.length > 0 && (part === "value" || basis.includes("pain")))
        tree = insertPart(tree, made);
      continue;
    }
    if (part === "opener" && (first.sentence.phrase === undefined || pain !== undefined)) continue;
    tree =
      made.length === 0 && part !== "outcome"
        ? tree
        : replaceAt(tree, [{ place: first, next: made }, ...more.map((place) => ({ place, next: [] }))]);
  }
  if (basis.includes("product"))
    tree = {
      ...tree,
      subject: tree.subject.locked === true || tree.subject.human === true ? tree.subject : subjectOf(setting),
    };
  tree = renamePlaces(tree, scene);
  const named = basis.map((slot) =>
    slot === "audience"
      ? `the email is for ${setting.audience.full} now`
      : slot === "product"
        ? "it is about the new offer now"
        : "it names the new problem",
  );
  return { tree, done: named, open: lockedOut.length > 0 ? ["A locked sentence stayed as it was."] : [] };
}

function openerAgain(setting: Setting, pain: boolean): readonly Sentence[] {
  const made = phraseSentence("opener", "opener", setting, pain ? { pain: "pain" } : {}, {
    must: pain ? ["pain"] : ["topic"],
  });
  return made === undefined ? [] : [made];
}

/** Fallbacks that name the old kind of place ("your clinic") take the new one. */
function renamePlaces(tree: Tree, scene: Scene): Tree {
  const place = scene.setting.audience.place;
  const swap = (text: string): string =>
    text.replace(/%company\|([Yy])our [^%]*%/g, (_, letter: string) => `%company|${letter}our ${place}%`);
  return {
    subject: tree.subject.locked === true ? tree.subject : { ...tree.subject, text: swap(tree.subject.text) },
    blocks: tree.blocks.map((block) => ({
      ...block,
      sentences: block.sentences.map((sentence) =>
        isFree(sentence, scene) ? { ...sentence, text: swap(sentence.text) } : sentence,
      ),
    })),
  };
}

import { findTarget } from "../ast/find-target.ts";
import type { Place } from "../ast/find-target.ts";
import { sentencesOf } from "../ast/tree.ts";
import type { Tree } from "../ast/tree.ts";
import type { Target } from "../nlu/op.ts";
import { sentenceAt } from "./scene.ts";

/** What a lock names: sentences to keep byte for byte, the subject, or nothing. */
export interface LockPlan {
  readonly texts: readonly string[];
  readonly subject: boolean;
}

/** The sentences that "keep …" names. "The first line" is both the greeting and the first sentence: keeping both can disappoint nobody. */
export function planLock(tree: Tree, target: Target): LockPlan {
  if (target.kind === "all") return { texts: [], subject: false };
  if (target.kind === "subject") return { texts: [], subject: true };
  const places = [...findTarget(tree, target), ...edges(tree, target)];
  return { texts: [...new Set(places.flatMap((place) => sentenceAt(tree, place)?.text ?? []))], subject: false };
}

function edges(tree: Tree, target: Target): Place[] {
  if (target.kind !== "sentence" || target.line !== true || target.paragraph !== undefined) return [];
  const wanted = target.index === 0 ? "greeting" : target.index === -1 ? "signoff" : undefined;
  return sentencesOf(tree).flatMap(({ sentence, block, index }) =>
    sentence.part === wanted ? [{ block, index }] : [],
  );
}

import { diffArrays } from "diff";
import { diffTokens } from "./diff-tokens.ts";
import type { Span } from "./span.ts";

/** One change between two texts: `before` stands at from–to of the old text, `after` at after_from–after_to of the new one. */
export interface Hunk extends Span {
  readonly index: number;
  readonly before: string;
  readonly after: string;
  readonly after_from: number;
  readonly after_to: number;
}

/** Edits looked for before word level is given up: beyond it the texts share too little for words to help a reader. */
const maxEdits = 2_000;

/**
 * The changes that turn `a` into `b`, in order, over tokens; a variable or slot changes as a whole.
 *
 * Changes with nothing but a space between them are one hunk. Above 2,000 edits lines are compared instead.
 */
export function diff(a: string, b: string): Hunk[] {
  if (a === b) return [];
  const words = compare(
    diffTokens(a).map(({ text }) => text),
    diffTokens(b).map(({ text }) => text),
  );
  return (
    words ??
    compare(lines(a), lines(b)) ?? [
      { index: 0, from: 0, to: a.length, before: a, after: b, after_from: 0, after_to: b.length },
    ]
  );
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function compare(a: string[], b: string[]): Hunk[] | undefined {
  const changes = diffArrays(a, b, { maxEditLength: maxEdits });
  if (changes === undefined) return undefined;
  const hunks: Hunk[] = [];
  let gap = "";
  let from = 0;
  let afterFrom = 0;
  for (const { added, removed, value } of changes) {
    const text = value.join("");
    if (!added && !removed) {
      gap = text;
      from += text.length;
      afterFrom += text.length;
      continue;
    }
    const last = hunks.at(-1);
    const joined = last !== undefined && isJoin(gap) ? last : undefined;
    const before = (joined === undefined ? "" : joined.before + gap) + (removed ? text : "");
    const after = (joined === undefined ? "" : joined.after + gap) + (added ? text : "");
    if (removed) from += text.length;
    if (added) afterFrom += text.length;
    const hunk = {
      index: joined?.index ?? hunks.length,
      from: from - before.length,
      to: from,
      before,
      after,
      after_from: afterFrom - after.length,
      after_to: afterFrom,
    };
    hunks.splice(hunk.index, 1, hunk);
    gap = "";
  }
  return hunks;
}

function isJoin(gap: string): boolean {
  return gap === "" || (gap.trim() === "" && !gap.includes("\n"));
}

/**
 * Apply some of the hunks of `diff(a, b)` to `a`: all of them give `b`, none gives `a`.
 * `accepted` holds the indexes of the hunks to take; indexes that do not exist are ignored.
 */
export function applyHunks(a: string, hunks: readonly Hunk[], accepted: readonly number[]): string {
  const taken = new Set(accepted);
  let text = "";
  let at = 0;
  for (const hunk of hunks) {
    if (!taken.has(hunk.index)) continue;
    text += a.slice(at, hunk.from) + hunk.after;
    at = hunk.to;
  }
  return text + a.slice(at);
}

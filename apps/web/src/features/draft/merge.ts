import { applyHunks, diff, type Hunk } from "@longhand/template";
import type { DraftText } from "./draft-text.ts";

/** Put two edits of one text together; undefined where both changed the same paragraph in different ways. */
export function mergeText(base: string, own: string, theirs: string): string | undefined {
  if (own === theirs || theirs === base) return own;
  if (own === base) return theirs;
  const mine = diff(base, own);
  const others = diff(base, theirs);
  if (mine.some((hunk) => others.some((other) => touch(base, hunk, other)))) return undefined;
  const all = [...mine, ...others]
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((hunk, index) => ({ ...hunk, index }));
  return applyHunks(
    base,
    all,
    all.map((hunk) => hunk.index),
  );
}

/** Put two edits of one draft together, field by field; undefined when either field cannot be. */
export function mergeDrafts(base: DraftText, own: DraftText, theirs: DraftText): DraftText | undefined {
  const subject = mergeText(base.subject, own.subject, theirs.subject);
  const body = mergeText(base.body, own.body, theirs.body);
  return subject === undefined || body === undefined ? undefined : { subject, body };
}

/** Two changes are kept apart by at least one paragraph break that neither has touched. */
function touch(base: string, a: Hunk, b: Hunk): boolean {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  return first.to >= second.from || !base.slice(first.to, second.from).includes("\n");
}

import { diff, type Hunk } from "@longhand/template";

/** A change to a current text: `before` stands at from–to, `after` would take its place. */
export interface PlacedHunk {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/**
 * What a candidate would change in the current text, when both grew out of one base.
 *
 * A place only the current text changed yields nothing, so a person's words are
 * never proposed away; a place both changed yields one hunk that shows both.
 */
export function mergeHunks(base: string, current: string, candidate: string): PlacedHunk[] {
  const mine = diff(base, current);
  const theirs = diff(base, candidate);
  return theirs
    .reduce<Range[]>((ranges, hunk) => joinRange(ranges, growOver(hunk, mine)), [])
    .map((range) => placeRange(range, base, mine, theirs))
    .filter((hunk) => hunk.before !== hunk.after);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The hunk's range, widened until it cuts no change of the other side. */
function growOver(range: Range, others: readonly Hunk[]): Range {
  const touched = others.filter((other) => touches(range, other));
  const grown = {
    from: Math.min(range.from, ...touched.map((other) => other.from)),
    to: Math.max(range.to, ...touched.map((other) => other.to)),
  };
  return grown.from === range.from && grown.to === range.to ? range : growOver(grown, others);
}

function touches(range: Range, other: Range): boolean {
  if (range.from === range.to || other.from === other.to) return range.from <= other.to && other.from <= range.to;
  return range.from < other.to && other.from < range.to;
}

function joinRange(ranges: readonly Range[], next: Range): Range[] {
  const last = ranges.at(-1);
  if (last !== undefined && (next.from < last.to || (next.from === last.from && next.to === last.to))) {
    return [...ranges.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }];
  }
  return [...ranges, next];
}

function placeRange(range: Range, base: string, mine: readonly Hunk[], theirs: readonly Hunk[]): PlacedHunk {
  const inside = mine.filter((hunk) => hunk.from >= range.from && hunk.to <= range.to && touches(range, hunk));
  const insideSet = new Set(inside);
  const from = range.from + shift(mine.filter((hunk) => hunk.to <= range.from && !insideSet.has(hunk)));
  const before = slice(base, range, inside);
  return {
    from,
    to: from + before.length,
    before,
    after: slice(
      base,
      range,
      theirs.filter((hunk) => hunk.from >= range.from && hunk.to <= range.to),
    ),
  };
}

function shift(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, hunk) => sum + hunk.after.length - hunk.before.length, 0);
}

function slice(base: string, range: Range, hunks: readonly Hunk[]): string {
  let text = "";
  let at = range.from;
  for (const hunk of hunks) {
    text += base.slice(at, hunk.from) + hunk.after;
    at = hunk.to;
  }
  return text + base.slice(at, range.to);
}

/** Where a hunk made for `before` stands in `now`; undefined when somebody has changed its place. */
export function movedHunk(hunk: PlacedHunk, before: string, now: string): PlacedHunk | undefined {
  if (before === now) return hunk;
  const changes = diff(before, now);
  if (changes.some((change) => touches(hunk, change))) return undefined;
  const by = shift(changes.filter((change) => change.to <= hunk.from));
  return { ...hunk, from: hunk.from + by, to: hunk.to + by };
}

import { labelAt } from "./labels.ts";
import type { LabelKey } from "./labels.ts";

/** A sentence, bullet or labelled value of a message; offsets into the message. */
export interface Unit {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What a label in front ("Audience:") says this is. */
  readonly label?: LabelKey;
  readonly bullet: boolean;
  /** Units of one line share its number. */
  readonly line: number;
}

const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|p\.s|p\. s|etc|vs|approx|ca|mr|mrs|ms|dr|st|inc|ltd|co|corp|no|incl|min|mins|hr|hrs|max|dept|prof|u\.s|u\.k|[a-z])\.$/i;

/** Cut a message (characters folded) into lines, labels and sentences. Text in double quotes is never cut. */
export function splitUnits(message: string): Unit[] {
  const units: Unit[] = [];
  let heading: LabelKey | undefined;
  let at = 0;
  message.split("\n").forEach((raw, line) => {
    const start = at;
    at += raw.length + 1;
    if (raw.trim() === "") {
      heading = undefined;
      return;
    }
    const mark = /^\s*(?:[-*+>]+|\(?\d{1,2}[.)]|[a-z]\))\s+/i.exec(raw);
    const bullet = mark !== null;
    const body = bullet ? raw.slice(mark[0].length) : raw;
    const offset = start + (mark?.[0].length ?? 0);
    const pieces = splitLabels(body);
    const [first] = pieces;
    if (pieces.length === 1 && first?.label !== undefined && first.text.trim() === "") {
      heading = first.label;
      return;
    }
    for (const piece of pieces) {
      const own = piece.label ?? (bullet || pieces.length === 1 ? heading : undefined);
      if (piece.label !== undefined) heading = undefined;
      for (const [index, [from, to]] of splitAtStops(piece.text).entries()) {
        const text = piece.text.slice(from, to);
        const label =
          index > 0 &&
          (single.has(own ?? "meta") ||
            /^\s*(?:we|they|our|it|i|ask|keep|make|please|use|no|don't|the goal|cta|tone)\b/i.test(text))
            ? undefined
            : own;
        const lead = text.length - text.trimStart().length;
        const begin = offset + piece.from + from + lead;
        if (text.trim() !== "")
          units.push({
            text: text.trim(),
            from: begin,
            to: begin + text.trim().length,
            bullet,
            line,
            ...(label === undefined ? {} : { label }),
          });
      }
    }
  });
  return units;
}

/** Labels whose value is one sentence; what follows on the line is a statement of its own. */
const single: ReadonlySet<string> = new Set([
  "audience",
  "ask",
  "tone",
  "length",
  "sender",
  "company",
  "subject",
  "language",
  "signoff",
  "meta",
]);

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly label?: LabelKey;
}

/** "target: labs; offer: trackers" → one piece per label, and the text in front of the first. */
function splitLabels(line: string): Piece[] {
  const found: { at: number; valueAt: number; key: LabelKey }[] = [];
  for (const start of line.matchAll(/(?:^|[;,.|:/]\s*|\s-\s|\s{2,}|\)\s+)(?=[A-Za-z*])/g)) {
    const at = start.index + start[0].length;
    const label = labelAt(line.slice(at), (start.index === 0 && start[0] === "") || start[0].startsWith("."));
    if (label !== undefined) found.push({ at, valueAt: at + label.length, key: label.key });
  }
  const [first] = found;
  if (first === undefined) return [{ text: line, from: 0 }];
  const pieces: Piece[] =
    first.at > 0 && line.slice(0, first.at).replace(/[\s;,.|-]/g, "") !== ""
      ? [{ text: line.slice(0, first.at).replace(/[\s;,|/-]+$/, ""), from: 0 }]
      : [];
  found.forEach((label, index) => {
    const end = found[index + 1]?.at ?? line.length;
    pieces.push({
      text: line
        .slice(label.valueAt, end)
        .replace(/[\s;,|/]+$/, "")
        .replace(/\s-$/, ""),
      from: label.valueAt,
      label: label.key,
    });
  });
  return pieces;
}

/** Ends of sentences: stops before white space, and semicolons; none inside double quotes. */
function splitAtStops(text: string): [number, number][] {
  const quoted = [...text.matchAll(/"[^"]*"/g)].map((match) => [match.index, match.index + match[0].length] as const);
  const ranges: [number, number][] = [];
  let from = 0;
  for (const stop of text.matchAll(
    /(?:[.!?]+["')\]]*(?=\s|$))|;(?=\s|$)|\s-{1,2}\s(?=(?:they|we|our|ask|cta|tone|i|keep|make|no|please|don't|use|want|goal)\b)/gi,
  )) {
    if (quoted.some(([open, close]) => stop.index > open && stop.index < close - 1)) continue;
    const before = text.slice(from, stop.index + 1);
    if (
      stop[0] === "." &&
      /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St)\.$/.test(before) &&
      /^\s+[A-Z]/.test(text.slice(stop.index + 1))
    )
      continue;
    if (
      stop[0].startsWith(".") &&
      abbreviation.test(before) &&
      stop.index + stop[0].length < text.length &&
      !/^\s+[A-Z]/.test(text.slice(stop.index + stop[0].length))
    )
      continue;
    const kept = /^[.!?]/.test(stop[0]) ? stop.index + stop[0].length : stop.index;
    ranges.push([from, kept]);
    from = stop.index + stop[0].length;
  }
  ranges.push([from, text.length]);
  return ranges.filter(([a, b]) => text.slice(a, b).trim() !== "");
}

import type { FixEdit, FixName, FixOp } from "../fix.ts";
import type { EmailPart, Span } from "../span.ts";

/** One replacement in a text, its `before` read from the text itself. */
export function edit(part: EmailPart, source: string, span: Span, after: string): FixEdit {
  return { part, from: span.from, to: span.to, before: source.slice(span.from, span.to), after };
}

/** A fix, or none when there is nothing exact to do. */
export function fixOf(op: FixName, instruction: string, edits: readonly FixEdit[] = []): FixOp {
  return { op, edits, instruction };
}

/**
 * Edits that take sentences out together with the white space that would be left over: a paragraph that loses all its
 * sentences goes with its empty line. `all` are the sentences of the text, in order.
 */
export function dropSentences(part: EmailPart, source: string, all: readonly Span[], gone: readonly Span[]): FixEdit[] {
  const runs: { first: number; last: number }[] = [];
  all.forEach((one, index) => {
    if (!gone.some(({ from, to }) => from < one.to && one.from < to)) return;
    const run = runs.at(-1);
    if (run !== undefined && run.last === index - 1) run.last = index;
    else runs.push({ first: index, last: index });
  });
  return runs.map(({ first, last }) => {
    const from = all[first]?.from ?? 0;
    const to = all[last]?.to ?? source.length;
    const gapBefore = source.slice(all[first - 1]?.to ?? 0, from);
    const gapAfter = source.slice(to, all[last + 1]?.from ?? source.length);
    const breaks = (gap: string): number => gap.split("\n").length - 1;
    const keepsBefore = last + 1 < all.length && (first === 0 || breaks(gapBefore) >= breaks(gapAfter));
    return edit(
      part,
      source,
      keepsBefore ? { from, to: to + gapAfter.length } : { from: from - gapBefore.length, to },
      "",
    );
  });
}

/** Ranges of every match of a global pattern. */
export function matches(text: string, pattern: RegExp): (Span & { readonly text: string })[] {
  return Array.from(text.matchAll(pattern), (found) => ({
    from: found.index,
    to: found.index + found[0].length,
    text: found[0],
  }));
}

/** A word for a message: "1 word", "3 words". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** Matches as they are quoted in a message, each once, at most four. */
export function quoted(found: readonly { readonly text: string }[]): string {
  const texts = [...new Set(found.map(({ text }) => text.trim()))];
  const more = texts.length > 4 ? ` and ${texts.length - 4} more` : "";
  return (
    texts
      .slice(0, 4)
      .map((text) => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`)
      .join(", ") + more
  );
}

import type { BlockSpan } from "../state.ts";

/** A stretch of a body: a block's text, or words that belong to no block. */
export interface Piece {
  readonly block_id: string | null;
  readonly text: string;
  /** White space before it. */
  readonly before: string;
}

/** What parts two blocks unless the text says otherwise. */
export const blockBreak = "\n\n";

/** Cut a body into its blocks and the words between them. */
export function toPieces(body: string, spans: readonly BlockSpan[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let before = "";

  function addLoose(to: number): void {
    const gap = body.slice(at, to);
    const words = gap.trim();
    if (words === "") {
      before = gap;
      return;
    }
    const start = gap.indexOf(words);
    pieces.push({ block_id: null, text: words, before: gap.slice(0, start) });
    before = gap.slice(start + words.length);
  }

  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.from < at || span.to > body.length || span.to <= span.from) continue;
    addLoose(span.from);
    pieces.push({ block_id: span.block_id, text: body.slice(span.from, span.to), before });
    at = span.to;
    before = "";
  }
  addLoose(body.length);
  return pieces;
}

/** Put pieces together again, and say where each block stands. Neighbouring pieces of one block become one range. */
export function fromPieces(pieces: readonly Piece[]): { readonly body: string; readonly spans: BlockSpan[] } {
  let body = "";
  const spans: BlockSpan[] = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    if (body !== "") body += piece.before === "" ? blockBreak : piece.before;
    const from = body.length;
    body += piece.text;
    if (piece.block_id === null) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.block_id === piece.block_id) spans[spans.length - 1] = { ...last, to: body.length };
    else spans.push({ block_id: piece.block_id, from, to: body.length });
  }
  return { body, spans };
}

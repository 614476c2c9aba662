import type { BlockSpan } from "../state.ts";
import { blockBreak, fromPieces, toPieces, type Piece } from "./draft-pieces.ts";
import type { ToolIssue, UpdateDraftInput } from "./schemas.ts";

/** A body with the places of its blocks. */
export interface BlockBody {
  readonly body: string;
  readonly spans: readonly BlockSpan[];
}

/**
 * Apply edits by block. A block of the plan that the body lacks is put where the plan has it;
 * inserted text belongs to the block it follows. `order` is the plan's block ids; empty: any id, in order of edits.
 */
export function applyEdits(
  base: BlockBody,
  edits: UpdateDraftInput["edits"],
  order: readonly string[],
): BlockBody & { readonly issues: readonly ToolIssue[] } {
  const issues: ToolIssue[] = [];
  let pieces = toPieces(base.body, base.spans);
  for (const [i, { block_id, op, text }] of edits.entries()) {
    const path = `edits.${i}`;
    const present = pieces.some((piece) => piece.block_id === block_id);
    const words = (text ?? "").trim();
    if (!present && order.length > 0 && !order.includes(block_id))
      issues.push({ code: "unknown_block", path, got: block_id, hint: `use one of: ${order.join(", ")}` });
    else if (op === "delete") {
      if (!present)
        issues.push({ code: "unknown_block", path, got: block_id, hint: "the draft has no text for this block" });
      pieces = pieces.filter((piece) => piece.block_id !== block_id);
    } else if (words === "") issues.push({ code: "empty_text", path, got: "", hint: "give the text, or use delete" });
    else if (op === "insert_after" && present) {
      const at = pieces.findLastIndex((piece) => piece.block_id === block_id) + 1;
      pieces = pieces.toSpliced(at, 0, { block_id, text: words, before: blockBreak });
    } else
      pieces = present
        ? replace(pieces, block_id, words)
        : pieces.toSpliced(placeOf(block_id, pieces, order), 0, { block_id, text: words, before: blockBreak });
  }
  return { ...fromPieces(pieces), issues };
}

function replace(pieces: readonly Piece[], blockId: string, text: string): Piece[] {
  const first = pieces.findIndex((piece) => piece.block_id === blockId);
  return pieces.flatMap((piece, i) => (piece.block_id !== blockId ? [piece] : i === first ? [{ ...piece, text }] : []));
}

function placeOf(blockId: string, pieces: readonly Piece[], order: readonly string[]): number {
  const rank = order.indexOf(blockId);
  if (rank < 0) return pieces.length;
  const earlier = new Set(order.slice(0, rank));
  const after = pieces.findLastIndex((piece) => piece.block_id !== null && earlier.has(piece.block_id));
  if (after >= 0) return after + 1;
  const later = pieces.findIndex((piece) => piece.block_id !== null && order.indexOf(piece.block_id) > rank);
  return later < 0 ? pieces.length : later;
}

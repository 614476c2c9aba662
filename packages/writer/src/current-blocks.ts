import { alignBlocks } from "@longhand/template";
import type { BlockSpan, TurnState } from "./state.ts";

/**
 * Where the blocks of the current draft stand. A text a person typed has no ranges of its own:
 * they are carried over from the newest earlier version that has some. Null when nothing is known.
 */
export function currentBlocks(session: TurnState["session"]): readonly BlockSpan[] | null {
  const { draft, draft_history } = session;
  if (draft === null) return [];
  if (draft.block_spans !== null && draft.block_spans.length > 0) return draft.block_spans;
  const source = draft_history.findLast((version) => version.block_spans !== null && version.block_spans.length > 0);
  if (source === undefined || source.block_spans === null) return draft.body.trim() === "" ? [] : null;
  return realignBlocks(source.body, source.block_spans, draft.body);
}

/** Carry ranges over to an edited text; words that belong to no block have none. */
export function realignBlocks(before: string, spans: readonly BlockSpan[], after: string): BlockSpan[] {
  return alignBlocks(before, spans, after).flatMap(({ block_id, from, to }) =>
    block_id === null ? [] : [{ block_id, from, to }],
  );
}

import { currentBlocks, realignBlocks } from "../current-blocks.ts";
import type { BlockSpan } from "../state.ts";
import { commitDraft } from "./commit-draft.ts";
import { ReplaceTextInput } from "./schemas.ts";
import { defineTool, refused } from "./tool.ts";

/** Replace words that occur exactly once. */
export const replaceText = defineTool({
  name: "replace_text",
  description:
    "Replace words that occur exactly once in the subject or body; with a selection, exactly once within it. For edits of a few words. find must match byte for byte.",
  label: "Changing words",
  update: true,
  input: ReplaceTextInput,
  async execute({ base_revision, field, find, replace }, context) {
    const { draft } = context.state.session;
    if (draft === null)
      return refused([
        { code: "no_draft", path: "find", got: find, hint: "there is no draft yet: write one with update_draft" },
      ]);
    const { selection } = context.state.request;
    const text = draft[field];
    const inside =
      selection !== undefined && selection.field === field && selection.revision === draft.revision
        ? selection
        : { from: 0, to: text.length };
    const places = occurrences(text, find).filter((at) => at >= inside.from && at + find.length <= inside.to);
    const at = places[0];
    if (at === undefined || places.length > 1)
      return refused([
        {
          code: "not_one_match",
          path: "find",
          got: `${places.length} matches`,
          hint:
            places.length === 0 ? "copy the words byte for byte from the state" : "give more of the words around it",
        },
      ]);
    const next = text.slice(0, at) + replace + text.slice(at + find.length);
    const spans = currentBlocks(context.state.session) ?? [];
    const block_spans =
      field === "subject"
        ? spans
        : (shift(spans, at, at + find.length, replace.length) ?? realignBlocks(draft.body, spans, next));
    return commitDraft(
      { subject: draft.subject, body: draft.body, [field]: next, block_spans, declared: [] },
      { base_revision, notes: null },
      context,
    );
  },
});

function occurrences(text: string, find: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + 1)) places.push(at);
  return places;
}

/** Ranges after an edit that lies within one of them or outside all; null when it crosses an edge. */
function shift(spans: readonly BlockSpan[], from: number, to: number, length: number): BlockSpan[] | null {
  const by = length - (to - from);
  const moved: BlockSpan[] = [];
  for (const span of spans) {
    if (to <= span.from && from < span.from) moved.push({ ...span, from: span.from + by, to: span.to + by });
    else if (from >= span.to) moved.push(span);
    else if (from >= span.from && to <= span.to) moved.push({ ...span, to: span.to + by });
    else return null;
  }
  return moved.filter((span) => span.to > span.from);
}

import { currentBlocks, realignBlocks } from "../current-blocks.ts";
import type { TurnState } from "../state.ts";
import { applyEdits, type BlockBody } from "./apply-edits.ts";
import { commitDraft } from "./commit-draft.ts";
import { UpdateDraftInput } from "./schemas.ts";
import { defineTool, refused } from "./tool.ts";

/** Write or change the draft. */
export const updateDraft = defineTool({
  name: "update_draft",
  description:
    "Write or change the draft by block: replace (also for a block that has no text yet), insert_after, delete. Blocks you leave out stay byte for byte. base_revision is the revision in the state. Cite evidence ids for each figure, name or personal remark in claims. body gives the whole text instead of edits, for a text of no known blocks. Refused with issues when a check fails.",
  label: "Writing the draft",
  update: true,
  input: UpdateDraftInput,
  shown: UpdateDraftInput.omit({ notes: true }),
  async execute(input, context) {
    const { state } = context;
    const { draft, skeleton } = state.session;
    const subject = input.subject ?? draft?.subject ?? skeleton?.skeleton.subject;
    if (subject === undefined)
      return refused([{ code: "S03", path: "subject", got: "", hint: "a new draft needs a subject" }]);
    const next = nextBody(input, state);
    if (next === null)
      return refused([
        { code: "no_blocks", path: "edits", got: "", hint: "the blocks of this text are not known: give body whole" },
      ]);
    if (next.issues.length > 0) return refused(next.issues);
    if (next.body.trim() === "")
      return refused([{ code: "empty_text", path: "body", got: "", hint: "the draft would be empty" }]);
    return commitDraft(
      { subject, body: next.body, block_spans: next.spans, declared: input.claims },
      { base_revision: input.base_revision, notes: input.notes ?? null },
      context,
    );
  },
});

function nextBody(
  input: UpdateDraftInput,
  state: TurnState,
): (BlockBody & { readonly issues: ReturnType<typeof applyEdits>["issues"] }) | null {
  const { draft, skeleton } = state.session;
  const spans = currentBlocks(state.session);
  const order = skeleton?.skeleton.blocks.map(({ id }) => id) ?? [];
  if (input.body !== undefined) {
    const base = {
      body: input.body,
      spans: spans === null || draft === null ? [] : realignBlocks(draft.body, spans, input.body),
    };
    return input.edits.length === 0 ? { ...base, issues: [] } : applyEdits(base, input.edits, order);
  }
  if (input.edits.length === 0) return { body: draft?.body ?? "", spans: spans ?? [], issues: [] };
  if (spans !== null) return applyEdits({ body: draft?.body ?? "", spans }, input.edits, order);
  // A text of no known blocks can still be replaced by one that writes every block of the plan.
  const written = new Set(input.edits.flatMap(({ op, block_id }) => (op === "replace" ? [block_id] : [])));
  return order.length > 0 && order.every((id) => written.has(id))
    ? applyEdits({ body: "", spans: [] }, input.edits, order)
    : null;
}

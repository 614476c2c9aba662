import { applyEdits } from "../../tools/apply-edits.ts";
import { currentBlocks } from "../../current-blocks.ts";
import type { Json, TurnState } from "../../state.ts";
import type { UpdateDraftInput } from "../../tools/schemas.ts";
import { blockText, renderTree, sentencesOf, toNotes } from "../ast/tree.ts";
import type { Tree } from "../ast/tree.ts";
import type { Carried, DraftPlan } from "./turn-plan.ts";

const mostClaims = 24;

/** The input of `update_draft` that turns the current draft into the planned one. Blocks that do not change are left out. */
export function draftInput(
  draft: DraftPlan,
  state: TurnState,
  base: {
    readonly revision: number;
    readonly carried: Carried;
    readonly order: readonly string[];
    readonly whole?: boolean;
  },
): UpdateDraftInput {
  const { tree } = draft;
  const body = draft.body ?? renderTree(tree);
  const notes = toNotes(tree, {
    turn: JSON.parse(JSON.stringify({ ...base.carried, draft: null })) as Json,
    ...(draft.restored === undefined ? {} : { restored: draft.restored }),
  });
  const claims = sentencesOf(tree)
    .flatMap(({ sentence }) =>
      sentence.evidence === undefined || sentence.evidence.length === 0
        ? []
        : [{ quote: sentence.text.slice(0, 600), evidence_ids: [...sentence.evidence].slice(0, 8) }],
    )
    .slice(0, mostClaims);
  const common = { base_revision: base.revision, subject: tree.subject.text, claims, notes };
  if (draft.body !== undefined || base.whole === true) return { ...common, edits: [], body };
  const edits = editsFor(tree, state, base.order);
  return edits === undefined ? { ...common, edits: [], body } : { ...common, ...edits };
}

/** Edits by block that give exactly the tree's body, or undefined when no such edits exist. */
function editsFor(
  tree: Tree,
  state: TurnState,
  order: readonly string[],
): Pick<UpdateDraftInput, "edits" | "body"> | undefined {
  const body = renderTree(tree);
  const ids = tree.blocks.map(({ id }) => id);
  const known = ids.every((id): id is string => id !== null) && new Set(ids).size === ids.length;
  const spans = currentBlocks(state.session);
  const old = state.session.draft?.body ?? "";
  if (spans !== null) {
    const present = new Set(spans.map((span) => span.block_id));
    const textOf = (id: string): string =>
      spans
        .filter((span) => span.block_id === id)
        .map(({ from, to }) => old.slice(from, to))
        .join("\n\n");
    const edits: UpdateDraftInput["edits"] = [...present]
      .filter((id) => !ids.includes(id))
      .map((block_id) => ({ block_id, op: "delete" as const }));
    for (const block of tree.blocks)
      if (block.id !== null && (!present.has(block.id) || textOf(block.id) !== blockText(block)))
        edits.push({ block_id: block.id, op: "replace", text: blockText(block) });
    if (applyEdits({ body: old, spans }, edits, order).body === body) return { edits };
  }
  if (!known) return undefined;
  const all: UpdateDraftInput["edits"] = tree.blocks.map((block) => ({
    block_id: block.id ?? "",
    op: "replace",
    text: blockText(block),
  }));
  const fresh = applyEdits({ body: "", spans: [] }, all, order);
  return fresh.issues.length === 0 && fresh.body === body ? { body: "", edits: all } : undefined;
}

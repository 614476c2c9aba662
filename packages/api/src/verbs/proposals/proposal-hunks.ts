import type { Block, Skeleton } from "@longhand/template";
import type { HunkView } from "../sessions/contract.ts";
import { mergeHunks, movedHunk } from "./merge-hunks.ts";

/** What a proposal is about: its fields by name, as text. */
export type ProposalFields = Readonly<Record<string, string>>;

/** A proposal's document: the texts its hunks stand in, and what its run wanted. */
export interface ProposalContent {
  readonly placed: ProposalFields;
  readonly wanted: ProposalFields;
}

/** A draft as fields. */
export function draftFields(
  draft: { readonly subject: string | null; readonly body: string | null } | undefined,
): ProposalFields {
  return { subject: draft?.subject ?? "", body: draft?.body ?? "" };
}

const textFields = ["subject", "body", "example_subject", "example_body"] as const;

/** A skeleton as fields: its texts, and each block as one document, so that a block is taken or left whole. */
export function skeletonFields(skeleton: Skeleton | null | undefined): ProposalFields {
  if (!skeleton) return {};
  return {
    ...Object.fromEntries(textFields.map((field) => [field, skeleton[field]])),
    block_order: skeleton.blocks.map((block) => block.id).join(" "),
    ...Object.fromEntries(skeleton.blocks.map((block) => [`blocks.${block.id}`, JSON.stringify(block)])),
  };
}

/** The skeleton that fields describe; the inverse of `skeletonFields`. Blocks that the order does not name come last. */
export function skeletonOfFields(fields: ProposalFields): Skeleton {
  const order = (fields["block_order"] ?? "").split(" ");
  const blocks = Object.entries(fields)
    .filter(([field, text]) => field.startsWith("blocks.") && text !== "")
    .map(([, text]) => JSON.parse(text) as Block)
    .sort((a, b) => rank(order, a.id) - rank(order, b.id));
  const text = (field: string) => fields[field] ?? "";
  return {
    subject: text("subject"),
    body: text("body"),
    blocks,
    example_subject: text("example_subject"),
    example_body: text("example_body"),
  };
}

function rank(order: readonly string[], id: string): number {
  const at = order.indexOf(id);
  return at === -1 ? order.length : at;
}

/** The hunks that lead from the person's current fields towards the wanted ones. */
export function hunksOf(base: ProposalFields, current: ProposalFields, wanted: ProposalFields): HunkView[] {
  const fields = [...new Set([...Object.keys(current), ...Object.keys(wanted)])];
  return fields.flatMap((field) => {
    const now = current[field] ?? "";
    const then = wanted[field] ?? "";
    const whole = field.startsWith("block");
    if (whole && (then === now || then === base[field])) return [];
    const placed = whole
      ? [{ from: 0, to: now.length, before: now, after: then }]
      : mergeHunks(base[field] ?? "", now, then);
    return placed.map((hunk, index): HunkView => ({ id: `${field}-${index + 1}`, field, ...hunk, status: "pending" }));
  });
}

/** A hunk where it stands in the texts of now; -1 to -1 when its place is gone. */
export function placeHunk(hunk: HunkView, placed: ProposalFields, now: ProposalFields): HunkView {
  const moved = movedHunk(hunk, placed[hunk.field] ?? "", now[hunk.field] ?? "");
  return moved === undefined ? { ...hunk, from: -1, to: -1 } : { ...hunk, from: moved.from, to: moved.to };
}

/** Take hunks into the fields. They must stand in them and not overlap. */
export function takeHunks(fields: ProposalFields, hunks: readonly HunkView[]): ProposalFields {
  const lastFirst = [...hunks].sort((a, b) => b.from - a.from);
  return lastFirst.reduce((now, hunk) => {
    const text = now[hunk.field] ?? "";
    return { ...now, [hunk.field]: text.slice(0, hunk.from) + hunk.after + text.slice(hunk.to) };
  }, fields);
}

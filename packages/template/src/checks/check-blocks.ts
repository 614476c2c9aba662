import type { Span } from "../span.ts";
import type { CheckContext } from "./check-context.ts";
import { fixOf } from "./edits.ts";
import { failed, passed, unsure, type Finding } from "./finding.ts";

/** B21: the blocks of the skeleton, all there, in order, and none besides. */
export function followsSkeleton(ctx: CheckContext): Finding | null {
  const { skeleton, block_spans: given } = ctx.input;
  if (skeleton === null || skeleton === undefined) return null;
  if (given === undefined)
    return unsure("Which words belong to which block is not known.", "the draft was written without blocks");
  const spans = given
    .filter(({ from, to }) => ctx.body.source.slice(from, to).trim() !== "")
    .toSorted((a, b) => a.from - b.from);
  const names = new Map(skeleton.blocks.map((block) => [block.id, block.name]));
  const order = skeleton.blocks.map(({ id }) => id);
  const found = spans.flatMap(({ block_id: id }) => (id !== null && names.has(id) ? [id] : []));
  const missing = order.filter((id) => !found.includes(id));
  // A greeting or sign-off that the skeleton does not plan is no addition to it.
  const isMessage = ({ from, to }: Span): boolean => ctx.message.some((one) => from < one.to && one.from < to);
  const extra = spans.filter((span) => (span.block_id === null || !names.has(span.block_id)) && isMessage(span));
  const first = [...new Set(found)];
  const moved = first.filter((id, index) =>
    first.slice(index + 1).some((later) => order.indexOf(later) < order.indexOf(id)),
  );
  if (missing.length + extra.length + moved.length === 0) return passed("The draft follows its skeleton.");
  const label = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join(", ");
  const says = [
    ...(missing.length > 0 ? [`${label(missing)} is missing`] : []),
    ...(moved.length > 0 ? [`${label(moved)} stands in another place`] : []),
    ...(extra.length > 0 ? ["some words belong to no block"] : []),
  ].join("; ");
  const fix =
    moved.length > 0 && missing.length === 0
      ? fixOf("reorder", "Put the blocks back in the skeleton's order.")
      : fixOf("insert_block", `Bring the draft back in line: ${says}.`);
  return failed(`Draft and skeleton differ: ${says}.`, {
    got: first,
    want: order,
    spans: extra.map(({ from, to }) => ({ part: "body", from, to })),
    fix,
  });
}

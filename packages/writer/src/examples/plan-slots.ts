import type { EmailText } from "@longhand/template";
import type { ExamplesState } from "../ports.ts";
import { fillSlots, type FilledSlot } from "./fill-slots.ts";

/** The email all leads share, and the places a per-lead sentence may take. */
export interface SlotPlan {
  readonly email: EmailText;
  /** In order, not overlapping; `from`–`to` are offsets in the email's body. */
  readonly slots: readonly FilledSlot[];
}

/**
 * Where each slot of the skeleton stands in the draft.
 *
 * The draft's words win: a slot whose block a person rewrote into a text of its own, mixed with
 * others, has no place any more. Without a draft the skeleton's body stands in, slots filled by fallbacks.
 */
export function planSlots({ skeleton: { skeleton }, draft }: Pick<ExamplesState, "skeleton" | "draft">): SlotPlan {
  const filled = fillSlots(skeleton);
  if (draft === null) return { email: { subject: skeleton.subject, body: filled.body }, slots: filled.slots };
  const placed = filled.slots.flatMap((slot) => {
    const range = placeIn(
      draft.body,
      slot,
      draft.block_spans?.find(({ block_id }) => block_id === slot.block.id),
    );
    return range === null ? [] : [{ ...slot, ...range }];
  });
  const sorted = placed.toSorted((a, b) => a.from - b.from);
  return {
    email: { subject: draft.subject, body: draft.body },
    slots: sorted.filter((slot, i) => slot.from >= (sorted[i - 1]?.to ?? 0)),
  };
}

function placeIn(
  body: string,
  { block, alone }: FilledSlot,
  span: { readonly from: number; readonly to: number } | undefined,
): { from: number; to: number } | null {
  const { fallback } = block.personalization;
  const at = fallback === "" ? -1 : body.indexOf(fallback, span?.from ?? 0);
  if (at >= 0 && at + fallback.length <= (span?.to ?? body.length)) return { from: at, to: at + fallback.length };
  return span !== undefined && alone && span.to <= body.length ? { from: span.from, to: span.to } : null;
}

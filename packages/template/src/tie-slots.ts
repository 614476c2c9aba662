import type { BadSlotToken, SlotToken } from "./lex.ts";
import { parse } from "./parse.ts";
import type { Block, Skeleton } from "./skeleton.ts";

/** A slot with the block it belongs to; null when it finds none. */
export interface SlotTie {
  readonly slot: SlotToken;
  readonly block: Block | null;
}

/** The slots of a skeleton's body with their blocks, and the slots that cannot be read. */
export interface SlotTies {
  readonly ties: readonly SlotTie[];
  readonly bad: readonly BadSlotToken[];
}

/**
 * Tie each slot of a skeleton to a block: the one its prefix names, else the next block in order whose approach is not
 * empty and that has no slot yet. Two slots may name one block; whether that is right is check K01's question.
 */
export function tieSlots(skeleton: Skeleton): SlotTies {
  const { tokens } = parse(skeleton.body, "skeleton");
  const slots = tokens.filter((token) => token.kind === "slot");
  const byId = (id: string): Block | null => skeleton.blocks.find((block) => block.id === id) ?? null;
  const taken = new Set(slots.flatMap(({ block_id: id }) => (id === null ? [] : [byId(id)])));
  const ties = slots.map((slot) => {
    if (slot.block_id !== null) return { slot, block: byId(slot.block_id) };
    const block = skeleton.blocks.find((one) => one.personalization.approach.trim() !== "" && !taken.has(one)) ?? null;
    taken.add(block);
    return { slot, block };
  });
  return { ties, bad: tokens.filter((token) => token.kind === "bad_slot") };
}

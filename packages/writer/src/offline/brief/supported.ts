import type { TurnState } from "../../state.ts";
import { collectEvidence, groundClaims } from "../../evidence.ts";
import { sentence } from "../plan/sentence.ts";
import type { Item } from "./known.ts";

/**
 * Whether this session's evidence bears what an item says: figures and names
 * told for another email of the campaign count only where the gate can see them.
 */
export function supportedHere(state: TurnState): (item: Item) => boolean {
  const base = collectEvidence(state);
  return (item) =>
    groundClaims({ subject: "", body: sentence(item.value) }, [], base).every(
      ({ evidence_ids }) => evidence_ids.length > 0,
    );
}

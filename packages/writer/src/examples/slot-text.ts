/** Sentences for one slot that passed the validators, with what each was written from. */
export interface SlotText {
  readonly block_id: string;
  readonly sentences: readonly { readonly text: string; readonly evidence_ids: readonly string[] }[];
}

/** The words that stand in the slot. */
export function wordsOfSlot({ sentences }: SlotText): string {
  return sentences.map(({ text }) => text).join(" ");
}

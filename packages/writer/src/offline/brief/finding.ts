export type FactSlot = "audience" | "product" | "pain" | "outcome" | "proof" | "difference" | "offer" | "event";

/** Something a message says about the email to write. */
export interface Finding {
  readonly slot:
    | FactSlot
    | "ask"
    | "tone"
    | "length"
    | "sender"
    | "company"
    | "subject"
    | "banned"
    | "required"
    | "signoff"
    | "language";
  /** In the user's words, repaired and turned to the writer's person where needed. */
  readonly value: string;
  /** The words it was read from. */
  readonly quote: string;
  /** 3 labelled, 2 said in so many words, 1 read out of other words. */
  readonly weight: 1 | 2 | 3;
}

/** What has been read before, to resolve "it" and "they". */
export interface ReadContext {
  /** The slot that the last question was about. */
  readonly asked?: string | undefined;
  readonly audience?: string | undefined;
  readonly product?: string | undefined;
  readonly pain?: string | undefined;
  /** What the sentence before was about. */
  readonly last?: FactSlot | undefined;
  readonly company?: string | undefined;
}

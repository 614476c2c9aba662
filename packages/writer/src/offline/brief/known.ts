import type { ToneName } from "../nlu/op.ts";
import type { FactSlot } from "./finding.ts";

/** One thing known, and where from. */
export interface Item {
  readonly value: string;
  readonly quote: string;
  readonly source: "message" | "context" | "campaign" | "inferred";
  /** Evidence id: `message:…`, `fact:…` or `campaign:…`. */
  readonly evidence?: string;
  /** Told for another email, with figures or names this session cannot vouch for: a topic, never a sentence. */
  readonly topicOnly?: true;
}

/** Everything known about the email to write; of each list the first entry counts most. */
export interface Known {
  readonly facts: Readonly<Record<FactSlot, readonly Item[]>>;
  readonly ask?: Item;
  readonly tone: ToneName;
  /** "short", "long", or a number of words. */
  readonly length?: string;
  readonly sender?: string;
  readonly company?: string;
  /** The sender's company as named in the chat. */
  readonly brand?: string;
  readonly subject?: string;
  readonly signoff?: string;
  readonly greeting?: string;
  readonly pattern?: string;
  readonly banned: readonly string[];
  readonly required: readonly string[];
  /** Sentences that were taken out on request and stay out. */
  readonly removed: readonly string[];
}

/** The planner's notes in `Brief.notes`. */
export interface BriefNotes {
  readonly v: 1;
  /** Facts beyond the one value a slot of the brief holds. */
  readonly more: readonly {
    readonly slot: FactSlot;
    readonly value: string;
    readonly quote: string;
    readonly evidence?: string;
  }[];
  readonly variant: number;
  readonly sender?: string;
  readonly company?: string;
  readonly signoff?: string;
  readonly greeting?: string;
  readonly subject?: string;
  /** Slots that were asked about, in order. */
  readonly asked: readonly string[];
  /** Sentences taken out on request. */
  readonly removed?: readonly string[];
  /** Subject options on offer. */
  readonly options?: readonly string[];
}

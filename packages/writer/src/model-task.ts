import type { TranscriptEntry } from "./ports.ts";
import type { Brief, Fact, TurnState } from "./state.ts";

/**
 * The structured form of a model call. Every call carries it in
 * `providerOptions.longhand` beside its prompt: providers drop it, the offline
 * model reads it instead of prose. `providerOptions` is JSON, so this is too.
 */
export type ModelTask =
  | { readonly purpose: "turn"; readonly state: TurnState; readonly transcript: readonly TranscriptEntry[] }
  | { readonly purpose: "example"; readonly example: ExampleTask };

/** What the quarantined per-lead writer sees: one lead's allowed fields and cited facts, nothing else. */
export interface ExampleTask {
  readonly lead_key: string;
  /** Blocks to write for this lead, in order. */
  readonly slots: readonly {
    readonly block_id: string;
    readonly role: string;
    /** What the block must do, and how to use the fields. */
    readonly strategy: string;
    readonly approach: string;
    /** The sentence used when nothing can be said about the lead. */
    readonly fallback: string;
    /** Prompt of the slot itself, from the skeleton body. */
    readonly prompt: string;
  }[];
  /** Evidence the sentences may cite: the lead's present fields and the company's facts, each with its id. */
  readonly evidence: readonly {
    readonly id: string;
    readonly kind: "lead_field" | "context_fact";
    readonly field?: string;
    readonly text: string;
  }[];
  readonly brief: Brief;
  readonly facts: readonly Fact[];
  /** The draft's body, whose words the sentences stand among. */
  readonly around: string;
}

/** What the per-lead writer answers, as JSON text. A slot left out gets its block's fallback. */
export interface ExampleAnswer {
  readonly slots: readonly {
    readonly block_id: string;
    readonly sentences: readonly { readonly text: string; readonly evidence_ids: readonly string[] }[];
  }[];
}

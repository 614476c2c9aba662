export type ToneName = "casual" | "friendly" | "neutral" | "formal" | "direct" | "soft";

/** A part of the draft that an operation names. */
export type Target =
  | { readonly kind: "all" }
  | { readonly kind: "subject" }
  | { readonly kind: "role"; readonly role: string }
  | { readonly kind: "paragraph"; readonly index: number }
  /** index from 0; negative counts from the end. `whole` takes the greeting and sign-off into the count. */
  | { readonly kind: "sentence"; readonly index: number; readonly paragraph?: number; readonly line?: boolean }
  | { readonly kind: "quote"; readonly text: string }
  | { readonly kind: "topic"; readonly text: string };

/** One thing to do, read from a clause. */
export type Op =
  | { readonly op: "create"; readonly place?: "first" | "follow" | "last" }
  | { readonly op: "shorter"; readonly words?: number; readonly ratio?: number; readonly target?: Target }
  | { readonly op: "longer"; readonly words?: number; readonly target?: Target }
  | { readonly op: "tone"; readonly tone: ToneName; readonly said: string; readonly more?: boolean }
  | { readonly op: "ask"; readonly text: string }
  | { readonly op: "soften-ask" }
  | {
      readonly op: "subject";
      readonly mode: "new" | "options" | "shorter" | "longer" | "question";
      readonly count?: number;
    }
  | { readonly op: "subject"; readonly mode: "set" | "about"; readonly text: string }
  | { readonly op: "choose"; readonly index: number }
  | { readonly op: "mention"; readonly text: string; readonly role?: string }
  | { readonly op: "proof" }
  | { readonly op: "remove"; readonly target: Target }
  | { readonly op: "replace"; readonly from: string; readonly to: string }
  | { readonly op: "ban"; readonly words: readonly string[] }
  | { readonly op: "require"; readonly words: readonly string[] }
  | { readonly op: "lock"; readonly target: Target }
  | { readonly op: "unlock"; readonly target: Target }
  | { readonly op: "rewrite"; readonly target: Target; readonly text?: string }
  | { readonly op: "question"; readonly target: Target }
  | { readonly op: "ps"; readonly text?: string; readonly about?: string }
  | { readonly op: "variable"; readonly said: string }
  | { readonly op: "variant" }
  | { readonly op: "undo" }
  | { readonly op: "restore"; readonly version: number }
  | { readonly op: "greeting"; readonly text: string }
  | { readonly op: "signoff"; readonly text: string }
  | { readonly op: "plain"; readonly what: "jargon" | "exclamation" | "simple" }
  | {
      readonly op: "slot";
      readonly slot: "audience" | "product" | "pain" | "proof" | "outcome";
      readonly value: string;
    }
  | { readonly op: "pattern"; readonly pattern: string }
  | { readonly op: "explain" }
  | { readonly op: "preview"; readonly name?: string }
  | { readonly op: "talk"; readonly about: "thanks" | "approve" | "help" | "greet" | "words" | "facts" }
  | { readonly op: "decide" }
  | { readonly op: "outside"; readonly what: string };

/** Operations that talk and never change a draft. */
export function isTalk(op: Op): boolean {
  return op.op === "talk" || op.op === "explain" || op.op === "preview" || op.op === "outside" || op.op === "decide";
}

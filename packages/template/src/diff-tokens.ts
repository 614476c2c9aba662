import { parse } from "./parse.ts";
import type { Span } from "./span.ts";

/** The smallest piece a diff may change: a word, a run of white space, one punctuation mark, a whole variable or slot. */
export interface DiffToken extends Span {
  readonly kind: "word" | "space" | "punctuation" | "variable" | "slot";
  readonly text: string;
}

const piece = /(?<space>\s+)|(?<word>[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*)|./gsu;

/** Cut a source for a diff; the tokens concatenate to the source. Works on templates, skeletons and finished text alike. */
export function diffTokens(source: string): DiffToken[] {
  return parse(source, "skeleton").tokens.flatMap((token): DiffToken[] => {
    const text = source.slice(token.from, token.to);
    if (token.kind === "variable" || token.kind === "slot")
      return [{ kind: token.kind, text, from: token.from, to: token.to }];
    return Array.from(text.matchAll(piece), (found) => {
      const from = token.from + found.index;
      const kind =
        found.groups?.["space"] !== undefined ? "space" : found.groups?.["word"] !== undefined ? "word" : "punctuation";
      return { kind, text: found[0], from, to: from + found[0].length };
    });
  });
}

import { parse } from "./parse.ts";

/** Stands for one character of a variable or slot; a letter to regular expressions, and never typed by anybody. */
export const opaque = "\u{A4F2}";

/**
 * The source with variables and slots blotted out, character by character, so that offsets stay true.
 * With `keepFallbacks` the words of a fallback stay readable: they may be sent, so they may be judged.
 */
export function maskVariables(source: string, keepFallbacks = false): string {
  let text = "";
  for (const token of parse(source, "skeleton").tokens) {
    const piece = source.slice(token.from, token.to);
    if (token.kind !== "variable" && token.kind !== "slot") text += piece;
    else if (!keepFallbacks || token.kind === "slot" || token.fallback === null || token.fallback === "")
      text += opaque.repeat(piece.length);
    else {
      const bar = piece.indexOf("|");
      text += opaque.repeat(bar) + " " + piece.slice(bar + 1, -1) + " ";
    }
  }
  return text;
}

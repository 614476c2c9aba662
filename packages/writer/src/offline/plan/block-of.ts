import type { BlockRole } from "@longhand/template";
import type { Block, Sentence } from "../ast/tree.ts";

/** A block of sentences under an id. */
export function blockOf(id: string, role: BlockRole, sentences: readonly Sentence[]): Block {
  return { id, role, pre: "\n\n", sentences: sentences.map((one, index) => (index === 0 ? { ...one, pre: "" } : one)) };
}

/** Whether a sentence says mostly what others already say. */
export function repeats(text: string, others: readonly { readonly text: string }[]): boolean {
  const words = content(text);
  return (
    words.length > 0 &&
    others.some((other) => {
      const pool = new Set(content(other.text));
      return words.filter((word) => pool.has(word)).length / words.length > 0.7;
    })
  );
}

function content(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9%]+/g) ?? []).filter((word) => word.length > 3 || /\d/.test(word));
}

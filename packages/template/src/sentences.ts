import type { Span } from "./span.ts";

/** One sentence with its place in the text; white space between sentences belongs to none. */
export interface Sentence extends Span {
  readonly text: string;
  /** Index of the paragraph, counted from 0; paragraphs are parted by an empty line. */
  readonly paragraph: number;
}

/** Split a text or template into sentences; abbreviations, decimals, URLs, variables and slots do not end one. */
export function splitSentences(text: string): Sentence[] {
  throw new Error(text);
}

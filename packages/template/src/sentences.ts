import { maskVariables, opaque } from "./mask.ts";
import type { Span } from "./span.ts";

/** One sentence with its place in the text; white space between sentences belongs to none. */
export interface Sentence extends Span {
  readonly text: string;
  /** Index of the paragraph, counted from 0; paragraphs are parted by an empty line. */
  readonly paragraph: number;
}

const stop = /\r?\n|(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s|$)/g;
const lastWord = /[^\s("'“‘[]+$/;
const closers = /[.!?…]["'”’»)\]]*$/;
/** Abbreviations that a name or number follows: they never end a sentence. */
const leading = new Set(
  "p.s p.p.s ps mr mrs ms mx dr prof st sr jr rev hon gen col sgt capt vs e.g i.e eg ie approx ca cf fig dept est incl resp al".split(
    " ",
  ),
);
/** Abbreviations that may end one: they do when a capital follows. */
const trailing = new Set(
  "inc ltd co corp llc plc etc a.m p.m am pm u.s u.k e.u u.s.a ph.d jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);
const calendar =
  /^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|e[sd]?t|p[sd]?t|c[esd]*t|gmt|utc|bst)/i;
/** A line this long that ends without a stop was wrapped by a mail program, when small letters go on below it. */
const wrappedLine = 60;

/**
 * Split a text or template into sentences, in order and without overlap.
 *
 * Abbreviations, initials, decimals, URLs, list numbers, variables and slots do not end one. A line break does,
 * unless the line was wrapped. Linear in the text.
 */
export function splitSentences(source: string): Sentence[] {
  const text = maskVariables(source);
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = 0;

  function close(to: number): void {
    const raw = text.slice(from, to);
    const start = from + raw.length - raw.trimStart().length;
    const end = from + raw.trimEnd().length;
    if (start < end) sentences.push({ text: source.slice(start, end), from: start, to: end, paragraph });
    from = to;
  }

  for (const found of text.matchAll(stop)) {
    const end = found.index + found[0].length;
    const isBreak = found[0].endsWith("\n");
    if (isBreak ? endsLine(text, from, found.index, end) : endsSentence(text, found.index, end)) close(end);
    if (isBreak && /^[ \t]*\r?\n/.test(text.slice(end, end + 80)) && sentences.at(-1)?.paragraph === paragraph)
      paragraph++;
  }
  close(text.length);
  return sentences;
}

function endsLine(text: string, from: number, at: number, next: number): boolean {
  const line = text.slice(Math.max(from, text.lastIndexOf("\n", at - 1) + 1), at).trimEnd();
  if (line.length < wrappedLine || closers.test(line) || line.endsWith(":")) return true;
  return !/^[ \t]*\p{Ll}/u.test(text.slice(next, next + 20));
}

function endsSentence(text: string, at: number, end: number): boolean {
  const mark = text.slice(at, end);
  const rest = text.slice(end, end + 40).trimStart();
  if (rest === "" || /[!?]/.test(mark)) return true;
  const capital = /^["'“‘([]*[\p{Lu}\p{N}]/u.test(rest) || rest.startsWith(opaque);
  if (mark.startsWith("..") || mark.startsWith("…")) return capital;
  const word = (lastWord.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? "").toLowerCase();
  if (leading.has(word)) return false;
  if (word === "no" || word === "nos") return !/^\d/.test(rest);
  if (trailing.has(word)) return capital && !calendar.test(rest) && !/^\d/.test(rest);
  if (/^\p{L}$/u.test(word) && word !== "i") return false;
  const listNumber = /^\d{1,2}$/.test(word) && /(?:^|\n)[ \t]*$/.test(text.slice(0, at - word.length).slice(-20));
  return !listNumber;
}

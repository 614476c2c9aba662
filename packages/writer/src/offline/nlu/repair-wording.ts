import { spellOut } from "./spell-out.ts";
import { properWords } from "./proper-words.ts";

const chatter: readonly (readonly [RegExp, string])[] = [
  [/\bcheck in (?=(?:queues?|desks?|lines?|process|times?|counters?)\b)/gi, "check-in "],
  [/(?<=[a-z])\s+&\s+(?=[a-z])/g, " and "],
  [/\b(?:ok so|you know|kinda|sort of like)\b,?\s*/gi, ""],
  [/\s*\betc\b\.?/gi, ""],
  [/\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g, "\u0000$&"],
];

/**
 * The user's wording made fit to stand in an email: chat shorthand spelled out,
 * known spellings repaired, names and acronyms in capitals, no shouting, no
 * dashes between words. Meaning, figures and order of words stay.
 */
export function repairWording(source: string): string {
  let text = spellOut(source.replace(/\s+/g, " ").trim());
  for (const [pattern, replacement] of chatter) text = text.replace(pattern, replacement);
  text = text.replace(/\u0000(\w)/g, (_, letter: string) => letter.toUpperCase());
  text = quiet(text);
  text = text.replace(/[A-Za-z][\w'’-]*/g, (word) => properWords.get(word.toLowerCase()) ?? word);
  text = text
    .replace(/\bi(?=\b(?!\.)|')/g, "I")
    .replace(
      /\bit (manager|director|lead|team|head|department|admin|leader|support|service|security|company|companies|firm|firms|staff|consult|ops|operations|buyers?|professional|decision)/gi,
      "IT $1",
    );
  text = text
    .replace(/(\d)\s*-\s*(?=\d)/g, "$1-")
    .replace(/(?<!\d)\s+-+\s+/g, ", ")
    .replace(/(\d)\s+-+\s+(?=[A-Za-z])/g, "$1, ");
  text = text.replace(/\s*[()]\s*/g, (bracket) => (bracket.includes("(") ? " (" : ") ")).replace(/\*\*|__|`/g, "");
  text = text
    .replace(/!+/g, ".")
    .replace(/\.{2,}/g, ".")
    .replace(/\s+([,.;:?])/g, "$1")
    .replace(/,\s*,/g, ",")
    .replace(/\s{2,}/g, " ")
    .trim();
  return text.replace(/\p{Extended_Pictographic}\uFE0F?/gu, "").trim();
}

/** Capitals used for shouting go down; short acronyms and words with digits stay. */
function quiet(text: string): string {
  const words = text.match(/\b[A-Za-z]{2,}\b/g) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase());
  if (words.length > 4 && loud.length / words.length > 0.6) return capitalise(text.toLowerCase());
  return text.replace(/\b[A-Z]{6,}\b/g, (word) => (shoutable.has(word.toLowerCase()) ? word.toLowerCase() : word));
}

const shoutable = new Set(
  "please always really never important urgent without everything nothing should because cannot actually definitely absolutely amazing everyone before online simple faster cheaper double triple instant guaranteed finally".split(
    " ",
  ),
);

/** First letter in capitals; a variable or digit in front stays. */
export function capitalise(text: string): string {
  return text.replace(/^(["'(]*)(\p{Ll})/u, (_, lead: string, letter: string) => lead + letter.toUpperCase());
}

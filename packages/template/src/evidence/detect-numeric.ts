import { anyOf } from "../any-of.ts";
import { findFigures, type Figure } from "./figures.ts";

const idiom = anyOf(
  [
    String.raw`\b(?:24|twenty[- ]four) hours a day\b|\b(?:7|seven) days a week\b|\b365 days a year\b`,
    String.raw`\bit(?:[’']s| is) 20\d\d\b|\b(?:for|into) 20\d\d\b`,
    String.raw`\b20\d\d(?= (?:plans?|planning|budgets?|goals?|targets?|roadmaps?|season|strategy))`,
    String.raw`\b(?:24/7|80/20|50/50|9[- ]?(?:to|-|–)[- ]?5|one[- ]on[- ]one|1[-:]on[-:]1|1:1)\b`,
    String.raw`\b(?:100|110|hundred)\s?(?:%%?|percent)\s+(?:sure|certain|honest|agree|with you|understand|fine|ok|okay|happy)\b`,
  ],
  "gi",
);
const phone = /(?<![\p{L}\p{N}])\+?\(?\d{1,4}\)?(?:[\s.-]?\(?\d{2,4}\)?){2,5}(?!\p{N})/gu;
const postal = anyOf(
  [
    String.raw`\b\d{1,5}\p{L}?,? (?:[NSEW]\.? )?(?:\p{Lu}[\p{L}.'’-]* ){1,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|way|court|ct|place|pl|square|sq|parkway|pkwy|highway|hwy|terrace|quay|walk)\b`,
    String.raw`\bp\.?\s?o\.? box \d+|\b[A-Z]{2} \d{5}(?:-\d{4})?\b`,
    String.raw`\b\p{L}+(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee) \d+\p{L}?`,
    String.raw`\b\d{4,5} \p{Lu}\p{Ll}+(?=\s*(?:$|,|\n))|\b(?:suite|floor|unit|room|apt\.?) \d+\b`,
  ],
  "giu",
);
const calendarDay =
  /(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun)[a-z]*\.?,?\s+(?:the\s+)?$)/i;
const monthAfter = /^(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/i;
const meeting = anyOf(
  [
    String.raw`call|chat|talk|meet|meeting|demo|zoom|calendar|slot|coffee|walk you through|show you|walkthrough`,
    String.raw`conversation|intro|speak|time this|time next|of your time|minutes? (?:this|next|on|to spare)`,
    String.raw`spare`,
  ],
  "i",
  String.raw`\b*\b`,
);
const schedule = /\b(?:next|this|coming|on|until|by|before|after|from|tomorrow|today)\b/i;
/** Things an email offers of its own: counting them claims nothing about anybody. */
const own =
  /^[- ](?:(?:quick|short|simple|small|brief|easy|specific|concrete|other|more|rough|good|new|different|free)[- ,]+)*(?:questions?|ideas?|thoughts?|reasons?|ways?|lines?|examples?|options?|tips?|steps?|points?|notes?|suggestions?|sentences?|slots?|dates?|emails?|messages?|bullets?|slides?|pages?|paragraphs?|screenshots?|things?|parts?|words?|choices?|links?|pagers?|templates?|samples?|mock-?ups?|versions?|cents)\b/i;
const material =
  /^[- ]?(?:(?:quick|short|free|recorded|annotated)[- ])*(?:video|read|clip|loom|guide|summary|walkthrough|deck|demo|checklist|overview|note|list|recording|tour|audit|pdf|one-?pager|template|questions?|minutes?|seconds?|to read|to watch|to reply|to answer|to set up a call|read|scan)\b/i;
/** Nouns that make a small number in words a claim; any number in digits is one. */
const measured = anyOf(
  [
    String.raw`percent|times|customers?|clients?|compan(?:y|ies)|firms?|agenc(?:y|ies)|brands?|stores?|shops?`,
    String.raw`countries|teams?|hospitals?|clinics?|schools?|cfos?|ceos?|deals|awards?|studies|surveys?`,
  ],
  "iu",
  String.raw`^[- ](?:\p{Ll}+[- ])?*\b`,
);
/** A capital word right before a number makes a name of both, when the capital is not just how a sentence begins. */
const properNumber =
  /[\p{Ll}\p{N},;:)] \(?(?!(?:I)\s)\p{Lu}[\p{L}\p{N}&]* $|(?:^|\s|\()(?:\p{Lu}{2,}\p{N}*|Office|Microsoft|Windows|Dynamics|Fortune|Series|Section|Article|Form|Chapter|Part|Level|Tier|Phase|Web|Industry|Class|Type|Category|Rule|Title|Page|Step|Version|Model|Room|Route|Highway|Boeing|Airbus) $/u;

/** A stretch of text that states a figure. */
export interface FoundClaim {
  readonly from: number;
  readonly to: number;
}

/**
 * Figures that say something about the world. Left out are times for a meeting, dates to meet on, what the email counts of its
 * own ("two questions", "a 2-minute video"), idioms, phone numbers and names that hold a number ("ISO 27001").
 */
export function detectNumeric(sentence: string): FoundClaim[] {
  const text = sentence
    .replaceAll(idiom, blot)
    .replaceAll(postal, blot)
    .replaceAll(phone, (digits) =>
      digits.replaceAll(/\D/g, "").length >= 8 && /[\s.()+-]/.test(digits) ? blot(digits) : digits,
    );
  const scheduling = meeting.test(text) || /\?\s*["'”’)]*$/.test(text);
  const claims: FoundClaim[] = [];
  for (const { from, to } of findFigures(text).filter((figure) => isClaim(figure, text, scheduling))) {
    const last = claims.at(-1);
    if (last !== undefined && /^\s?(?:[-–—]|(?:down |up )?to|or)\s?(?:just |only )?$/.test(text.slice(last.to, from)))
      claims.splice(-1, 1, { from: last.from, to });
    else claims.push({ from, to });
  }
  return claims;
}

function blot(piece: string): string {
  return " ".repeat(piece.length);
}

function isClaim(figure: Figure, text: string, scheduling: boolean): boolean {
  const before = text.slice(Math.max(0, figure.from - 40), figure.from);
  const after = text.slice(figure.to, figure.to + 60);
  const inWords = !/\d/.test(figure.text);
  if (figure.unit === "plain" && (calendarDay.test(before) || monthAfter.test(after))) return false;
  if (figure.value <= 20 && own.test(after)) return false;
  const isShortTime =
    figure.unit === "second" ||
    (figure.unit === "minute" && figure.value <= 90) ||
    (figure.unit === "hour" && figure.value <= 1);
  if (
    isShortTime &&
    (scheduling ||
      material.test(after) ||
      /^ (?:would|will|is|are|should)(?: be)? (?:plenty|enough|all|fine|more than)\b/i.test(after) ||
      (/\b(?:takes?|spare|only|within)\s*$/i.test(before.replace(/\b(?:about|just|only|under)\s+$/i, "")) &&
        /\b(?:read|reply|watch|answer)\b/i.test(text)))
  )
    return false;
  if (
    scheduling &&
    isCalendarStep(figure) &&
    (schedule.test(before.slice(-12)) || (meeting.test(text) && /\bin $/i.test(before)))
  )
    return false;
  if (figure.unit !== "plain") return true;
  if (properNumber.test(before) && !inWords) return false;
  return inWords && figure.value < 20 ? measured.test(after) : true;
}

function isCalendarStep({ unit, value }: Figure): boolean {
  return (unit === "day" || unit === "week" || unit === "month") && value <= 6;
}

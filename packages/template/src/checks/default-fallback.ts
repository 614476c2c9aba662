import { customKey } from "../names.ts";
import type { EmailPart } from "../span.ts";

const bodyWords: Readonly<Record<string, string>> = {
  first_name: "there",
  full_name: "there",
  company: "your company",
  position: "your role",
};
const subjectWords: Readonly<Record<string, string>> = {
  first_name: "you",
  full_name: "you",
  company: "your team",
  position: "your role",
};

/**
 * Words that stand in for a missing value without sounding wrong, or null when no honest guess exists (an address, a
 * headline). A custom field becomes "your …" from its key; a key that speaks of a number gets none, since no word fits.
 */
export function defaultFallback(name: string, part: EmailPart): string | null {
  const key = customKey(name);
  if (key === undefined) return (part === "subject" ? subjectWords : bodyWords)[name] ?? null;
  if (/size|count|number|amount|total|num|qty|year|date|url|link|email|id$/i.test(key)) return null;
  const words = key
    .replaceAll(/[_-]+/g, " ")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .trim()
    .toLowerCase();
  return words === "" ? null : `your ${words}`;
}

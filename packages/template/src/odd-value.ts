import { toValue } from "./value.ts";

/** A value longer than this stands out in a sentence. */
const longValue = 40;

const emoji = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/u;
const legalSuffix =
  /[\s,]\(?(?:inc|llc|l\.l\.c|ltd|limited|gmbh|corp|corporation|plc|pty|s\.?a\.?s?|s\.?r\.?l|b\.?v|n\.?v|ag|oy|ab|aps|kft|sp\.? ?z ?o\.?o)\.?\)?$/i;
const address = /@|https?:\/\/|www\./i;
const isPerson = (name: string): boolean => name === "first_name" || name === "last_name" || name === "full_name";
const isUnbounded = (name: string): boolean => name === "email" || name === "linkedin_url" || name === "headline";

/**
 * What is odd about a stored value, in a few words, or null: not text, emoji, an address or digits in a name, all capitals
 * or all small letters, a legal suffix, or too long to sit in a sentence.
 */
export function oddValue(
  name: string,
  raw: unknown,
  missing?: readonly string[],
  longest: number = longValue,
): string | null {
  if (raw !== null && (typeof raw === "object" || typeof raw === "boolean")) return "is not text";
  const value = toValue(raw, missing);
  if (value === null) return null;
  if (!isUnbounded(name) && value.length > longest) return `is ${value.length} characters long`;
  if (isUnbounded(name) || (!isPerson(name) && name !== "company" && name !== "position")) return null;
  if (emoji.test(value)) return "has an emoji";
  if (address.test(value)) return "holds an address";
  if (name === "company" && legalSuffix.test(value)) return "ends in a legal suffix";
  if (isPerson(name) && /\d/.test(value)) return "has digits";
  const letters = value.replaceAll(/[^\p{L}]/gu, "");
  const capitals = isPerson(name) ? 3 : 6;
  if (letters.length >= capitals && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return "is all capitals";
  if (isPerson(name) && letters.length > 0 && letters === letters.toLowerCase() && letters !== letters.toUpperCase())
    return "has no capital";
  return null;
}

/** Spellings of "no value" in exports of other tools. Case-sensitive: a person may be called Null. */
export const missingWords: readonly string[] = ["null", "undefined", "NaN", "N/A", "n/a", "#N/A", "-"];

const unprintable = /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/u;
const unprintables = new RegExp(unprintable.source, "gu");

/**
 * The text that a stored value contributes to an email, or null when there is none.
 *
 * Numbers become plain decimals. Booleans, arrays and objects are not text and count as missing. Control, zero-width
 * and direction characters and line breaks become spaces; runs of spaces collapse; ends are trimmed.
 */
export function toValue(raw: unknown, missing: readonly string[] = missingWords): string | null {
  if (typeof raw === "number") return Number.isFinite(raw) ? decimal(raw) : null;
  if (typeof raw === "bigint") return raw.toString();
  if (typeof raw !== "string") return null;
  const printable = unprintable.test(raw) ? raw.replaceAll(unprintables, " ") : raw;
  const text = printable.replaceAll(/\s+/g, " ").trim().toWellFormed();
  return text === "" || missing.includes(text) ? null : text;
}

function decimal(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return value.toFixed(20).replace(/\.?0+$/, "");
}

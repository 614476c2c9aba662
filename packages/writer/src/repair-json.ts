import type { Json } from "./state.ts";

/**
 * Parse a tool input, forgiving what small models get wrong around sound JSON: a code fence, a trailing comma,
 * a raw line break inside a string, JSON written as a string. Undefined when it is not JSON after that;
 * an input that was cut off is never completed, since its text would end in the middle.
 */
export function repairJson(text: string): Json | undefined {
  const plain = text.trim();
  if (plain === "") return {};
  const parsed = parse(plain) ?? parse(withoutFence(escapeBreaks(plain)).replace(/,(\s*[}\]])/g, "$1"));
  return typeof parsed === "string" ? (parse(parsed) ?? parsed) : parsed;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutFence(text: string): string {
  return text.replace(/^```(?:json)?\s*/, "").replace(/\s*```$/, "");
}

function escapeBreaks(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[^])*"/g, (literal) =>
    literal.replaceAll("\r", "\\r").replaceAll("\n", "\\n").replaceAll("\t", "\\t"),
  );
}

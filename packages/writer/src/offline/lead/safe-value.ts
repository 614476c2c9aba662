/** Longest value that is repeated in a sentence. */
const longest = 60;
const orders =
  /\b(?:ignore|disregard|instructions?|prompt|system|assistant|write|say|tell|reply|respond|output|print|repeat|forget|pretend|act as|you are|must|please|click|visit|http|www|password|api key|send|call me|delete|reveal|translate)\b/i;

/** A lead's value that may stand in a sentence: short, one line of ordinary letters, no order, no address. Else undefined. */
export function safeValue(value: string | undefined): string | undefined {
  const text = value?.normalize("NFC").trim();
  if (text === undefined || text.length < 2 || text.length > longest) return undefined;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M} .,&'’()/+-]*$/u.test(text) || /\.\w{2,4}(?:\/|$)|@/.test(text)) return undefined;
  return orders.test(text) || text.split(/\s+/).length > 7 ? undefined : text;
}

const lexicon =
  "shorter shorten longer remove delete subject paragraph sentence casual formal friendly friendlier professional mention include replace question version rewrite rephrase previous change opener opening greeting tuesday wednesday thursday meeting softer pushy shorter signature explain preview options conversational informal direct salesy simpler jargon undo restore".split(
    " ",
  );
const words = new Set(lexicon);
/** Real words one slip away from a command word. */
const real = new Set(
  "sales format former normal causal casually subjects sorter shorted removed removes longed linger lounge delegate deletes directs directed mentioned mentions included includes replaced replaces questions versions changed changes chance charge options option explained explains sentences paragraphs formally directly meetings meting optional undone unto friends friend soften formats salesman replay replays preview previews shortened opened openers opener greetings remover direction restored restores store restorer pushed pushes mentor".split(
    " ",
  ),
);

/**
 * Repair slips of the finger in command words ("shoter", "subjet"). Only words
 * one edit away from a command and no word of their own; everything else stays.
 * The text keeps its length only when nothing was repaired.
 */
export function repairTypos(text: string): string {
  return text.replace(/"[^"]*"|[A-Za-z]{5,}/g, (token) => {
    const lower = token.toLowerCase();
    if (token.startsWith('"') || words.has(lower) || real.has(lower)) return token;
    const match = lexicon.find(
      (word) =>
        word.charAt(0) === lower.charAt(0) && Math.abs(word.length - lower.length) <= 1 && isOneSlip(lower, word),
    );
    return match ?? token;
  });
}

/** One letter added, dropped, changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.charAt(a.length - 1 - end) === b.charAt(b.length - 1 - end))
    end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return (
    restA.length === 2 &&
    restB.length === 2 &&
    restA.charAt(0) === restB.charAt(1) &&
    restA.charAt(1) === restB.charAt(0)
  );
}

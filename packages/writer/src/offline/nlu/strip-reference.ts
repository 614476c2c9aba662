const which = "(?:first|1st|second|2nd|third|3rd|previous|prior|earlier|initial|original|opening|last|above)";
const kind = "(?:e-?mail|mail|message|note|one|touch|outreach)";
const email = `(?:(?:the|my|our|your|that|this)\\s+(?:very\\s+)?(?:${which}\\s+)?(?:cold\\s+|intro\\s+)?${kind}(?:\\s+(?:#|no\\.?\\s*)?(?:\\d|one|two|three))?(?:\\s+(?:i|we) (?:sent|wrote))?|${which}\\s+${kind}|${kind}\\s*(?:#|no\\.?\\s*|number\\s+)?(?:\\d|one|two|three)\\b)`;
const later = "(?:follow(?:ing|s)?[- ]?up|followup|bump|nudge|reminder|chaser|goodbye|break-?up)";
const reference = new RegExp(
  `[,\\s]+(?:(?:(?:that|which) )?(?:refer(?:s|ring|ence|ences|encing)?|point(?:s|ing)?|link(?:s|ing)?|build(?:s|ing)?|go(?:es|ing)?|call(?:s|ing)?|come(?:s)?|coming)(?: back)?\\s+(?:to|on|upon)|(?:that|which) (?:mentions|follows|continues|repl(?:ies|y) to)|mentioning|following|in (?:reply|response|reference) to|as (?:a )?(?:reply|response) to|with (?:a )?reference to)\\s+${email}(?=[\\s,.!?;:]|$)`,
  "gi",
);
const behind = new RegExp(
  `(\\b${later}(?:\\s+(?:e-?mail|mail|message|note|one|please))*)\\s+(?:to|on|for|after|of|about|from)\\s+${email}(?=[\\s,.!?;:]|$)`,
  "gi",
);

/**
 * A wish without its mention of another email of the campaign: "write a
 * follow-up to the first email with one proof" → "write a follow-up with one
 * proof". An email referred to is neither an audience nor a product.
 */
export function stripReference(text: string): string {
  const plain = text.replace(behind, "$1").replace(reference, "");
  return plain === text
    ? text
    : plain.replace(/^\s*(?:follow(?:ing)? up)\s+(?=(?:with|using|and)\b)/i, "write a follow-up ").trim();
}

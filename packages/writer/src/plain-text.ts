/**
 * A model's words as a person may see them: without code fences around data, tool-call markup or reasoning tags.
 * Empty when nothing but data is left.
 */
export function plainText(text: string): string {
  const bare = text
    .replace(/<(think|thinking|tool_call|function_call|tool_response)>[^]*?(?:<\/\1>|$)/g, "")
    .replace(/```(?:json|xml)?\s*[[{<][^]*?```/g, "")
    .trim();
  return isData(bare) ? "" : bare;
}

function isData(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return /^[[{]\s*"/.test(text);
  }
}

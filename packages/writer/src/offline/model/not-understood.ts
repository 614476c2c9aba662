/** Names what was not understood, quoted, with what would help; empty when everything was. */
export function notUnderstood(unknown: readonly string[]): string {
  const said = unknown
    .map((text) => text.trim())
    .filter((text) => /[\p{L}]{3,}/u.test(text))
    .slice(0, 3);
  if (said.length === 0) return "";
  const quotes = said.map((text) => `“${text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text}”`).join(" and ");
  return `I did not understand ${quotes}, so I did nothing with it. Say what to change and where, such as “remove the second sentence” or “mention …”.`;
}

/** Write a text so that it renders as itself: every percent sign doubled, none left to open a variable. */
export function escapePercent(text: string): string {
  return text.replaceAll("%", "%%");
}

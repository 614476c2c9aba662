const thinking = /<(think|thinking)>[^]*?(?:<\/\1>\s*|$)/g;
/** A text that begins so is data or markup of a small model, or may still become it. */
const dataStart = /^\s*(?:[[{]|`{1,3}[a-z]*\s*(?:[[{<]|$)|<\/?[a-z_]*(?:>|$))/;

/** The part of a growing answer that a person may watch: no reasoning tags, no data written out as text. */
export function visibleText(text: string): string {
  const spoken = text.replace(thinking, "");
  return dataStart.test(spoken) ? "" : spoken;
}

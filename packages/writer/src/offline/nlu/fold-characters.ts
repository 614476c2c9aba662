const singleQuote = /[\u2018\u2019\u201a\u201b\u0060\u00b4]/;
const doubleQuote = /[\u201c\u201d\u201e\u201f\u00ab\u00bb]/;
const dash = /[\u2010-\u2015\u2212\u2022\u00b7\u2023\u25aa\u25cf\u2192\u2043]/;
const blank =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufe0f]/;

/**
 * The message with typographic characters made plain and invisible ones made
 * blank. Same length, so that an offset found in the result is an offset into
 * what was typed: evidence quotes are cut from the original.
 */
export function foldCharacters(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    result += singleQuote.test(char)
      ? "'"
      : doubleQuote.test(char)
        ? '"'
        : dash.test(char)
          ? "-"
          : blank.test(char)
            ? " "
            : char === "\uff1a"
              ? ":"
              : char;
  }
  return result;
}

/** Words of a text: pieces between white space that hold a letter or digit. */
export function countWords(text: string): number {
  throw new Error(text);
}

/** Syllables of an English word by a pinned rule set; at least 1. */
export function countSyllables(word: string): number {
  throw new Error(word);
}

/** Flesch–Kincaid grade of a text, from its own sentence, word and syllable counts; 0 for a text without words. */
export function readingGrade(text: string): number {
  throw new Error(text);
}

/** What a key press in the composer means. */
export type EnterMeaning = "send" | "break" | "none";

interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly mod: boolean;
  /** While an input method composes a word, Enter belongs to it. */
  readonly isComposing: boolean;
  /** 229: the key went to an input method that says so only here. */
  readonly keyCode: number;
  /** A composition has ended within this task: the Enter that confirmed it follows at once in some browsers. */
  readonly justComposed: boolean;
  /** On touch keyboards Enter breaks the line and the button sends. */
  readonly coarse: boolean;
}

/** Enter sends, Shift+Enter breaks, and nothing is sent while a word is being composed. */
export function enterMeaning(press: Press): EnterMeaning {
  if (press.key !== "Enter") return "none";
  if (press.isComposing || press.keyCode === 229 || press.justComposed) return "none";
  if (press.mod) return "send";
  return press.shiftKey || press.coarse ? "break" : "send";
}

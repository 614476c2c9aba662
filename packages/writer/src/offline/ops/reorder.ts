import { lowerFirst } from "../nlu/noun-phrase.ts";
import { capitalise } from "../nlu/repair-wording.ts";

/** A user's sentence with a clause moved to its front; undefined when nothing can move. Words stay the same. */
export function reorder(text: string): string | undefined {
  const match = /^(.{12,}?),?\s+((?:because|when|while|without|instead of|since|after|before|if)\s[^,]{8,})([.])$/i.exec(text) ?? /^(.{16,}?)\s+((?:in|within|during|by|every|last|for)\s(?:[\w%-]+\s?){1,4})([.])$/i.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || /%\w*$/.test(match[1])) return undefined;
  return `${capitalise(match[2].trim())}, ${lowerFirst(match[1].trim())}.`;
}

import { lowerFirst } from "../nlu/noun-phrase.ts";
import { capitalise } from "../nlu/repair-wording.ts";

/** A user's sentence with a clause moved to its front; undefined when nothing can move. Words stay the same. */
export function reorder(text: string): string | undefined {
  const match =
    /^((?:We|I|It|They|Our|The|Many|Most|You|This|A)\s.{10,}?),?\s+((?:because|when|while|instead of|after|before|if)\s[^,]{8,})([.])$/.exec(
      text,
    );
  if (match?.[1] === undefined || match[2] === undefined || /%\w*$/.test(match[1])) return undefined;
  return `${capitalise(match[2].trim())}, ${lowerFirst(match[1].trim())}.`;
}

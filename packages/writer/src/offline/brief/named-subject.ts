import { looksLikeAudience } from "../nlu/noun-phrase.ts";
import { isPluralWord, kindOfNoun } from "../words/number-of.ts";
import { isVerb } from "../words/verb-forms.ts";
import { productNouns } from "../words/nouns.ts";

const common =
  /^(?:the|a|an|our|my|their|your|its|every|each|no|most|many|some|any|all|this|that|these|those|half|one|two|three|today|manual|getting|finding|with|in|at|on|for|from|by|after|before|since|when|if|because|so|but|and|last|next|everything|everyone|nobody|nothing|people|customers?|clients?|users?|companies|teams?|students?|members?|workers?|staff)$/i;

/** Whether the subject of a clause names somebody: "Nopa", "State Farm's Tulsa team", "the port of Esbjerg", "a mill in Gratkorn". */
export function namesSomebody(subject: string): boolean {
  const words = subject.split(/\s+/).filter((word) => word !== "");
  const later = words
    .slice(1)
    .some(
      (word, index) =>
        /^\p{Lu}[\p{L}\p{N}&'.-]*$/u.test(word) &&
        !/^[A-Z]{2,4}s?$/.test(word) &&
        !(index === 0 && words.length === 2 && isPluralWord(word) && looksLikeAudience(subject)),
    );
  if (later && !(looksLikeAudience(subject) && isPluralWord(words.at(-1) ?? "") && !/\b(?:in|at|of)\b/i.test(subject)))
    return true;
  const [first = ""] = words;
  return (
    /^\p{Lu}/u.test(first) &&
    first.endsWith("'s") &&
    !common.test(first.replace(/'s$/, "")) &&
    kindOfNoun(first.replace(/'s$/, "")) === undefined
  );
}

/** Whether one word could be a company's name and is no everyday word; its case says nothing at the start of a sentence. */
export function mayBeName(subject: string): boolean {
  const words = subject
    .replace(/'s\b/g, "")
    .split(/\s+/)
    .filter((word) => word !== "" && !/^(?:and|&|of)$/i.test(word));
  if (words.length === 0 || words.length > 4) return false;
  const [first = ""] = words;
  return (
    !words.some((word) => common.test(word)) &&
    !/ing$|ly$|tion$|ment$|ness$/i.test(first) &&
    !isPluralWord(words.at(-1) ?? "") &&
    !(
      words.length === 1 &&
      (isVerb(first) ||
        productNouns.has(first.toLowerCase()) ||
        kindOfNoun(first) !== undefined ||
        /^(?:ice|fuel|fruit|turnover|noise|dust|rust|heat|food|water|energy|payroll|paperwork|churn|rent|demand|traffic|shrinkage|mold|mould|weather|inventory|data|cash|money|time|hiring|compliance|inflation)$/i.test(
          first,
        ))
    )
  );
}

/** A name typed in small letters, with capitals: "pebble creek" → "Pebble Creek"; what kind of place it is stays small ("St Annes hospital"). */
export function withNameCapitals(text: string, subject: string): string {
  if (subject !== subject.toLowerCase() || !mayBeName(subject) || !text.toLowerCase().startsWith(subject)) return text;
  const words = subject.split(" ");
  const cased = words.map((word, index) =>
    /^(?:and|of|do|da|de|del|la|le|the|in|at)$/.test(word) ||
    (index === words.length - 1 && index > 0 && (kindOfNoun(word) !== undefined || productNouns.has(word)))
      ? word
      : word.charAt(0).toUpperCase() + word.slice(1),
  );
  return cased.join(" ") + text.slice(subject.length);
}

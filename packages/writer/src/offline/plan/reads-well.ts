import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { isPluralWord } from "../words/number-of.ts";
import { baseOf } from "../words/verb-forms.ts";

/**
 * Whether a composed sentence is sound: it has its subject, its articles fit, no
 * frame holds a whole clause, and nothing in it is an instruction to the writer.
 */
export function readsWell(text: string): boolean {
  return !isInstruction(text) && !faults.some((fault) => fault(text));
}

/** Words that tell us what to write and must never be sent. */
export function isInstruction(text: string): boolean {
  return /^(?:you(?:'re| are) writing\b|(?:i|we) (?:want|need|would like) (?:to (?:write|email|reach|contact|target|pitch)|an? (?:\w+ )?(?:e-?mail|message|outreach))|(?:need|write|draft) (?:an? |me an? )?(?:\w+ )?e-?mail\b|ask (?:them|for|if)\b)/i.test(
    text.trim(),
  );
}

const faults: readonly ((text: string) => boolean)[] = [
  (text) => /\b(?!that\b|had\b)([a-z]{3,}) \1\b/i.test(text),
  (text) => /\b(?:would|could|is|are) an? (?:would|could|can|is|are|do|does)\b/i.test(text),
  (text) =>
    /\bthere is (?!no\b|an?\b|one\b)(?:[\w-]+ ){0,3}[a-z]{2,}[^s\W]s\b(?=[.,]|\s(?:that|for|in|with)\b)/i.test(text),
  (text) =>
    [...text.matchAll(/\ban? ((?:[a-z-]+ )?)([a-z-]+)(?=[.,]|\s(?:that|for|with|to|of)\b)/g)].some(
      (match) =>
        isPluralWord(match[2] ?? "") &&
        !/^(?:few|couple|dozen|lot|hundred|means|series|lens|business|sales|bonus|less)$/.test(
          `${match[1] ?? ""}${match[2] ?? ""}`.trim().split(" ")[0] ?? "",
        ) &&
        !/(?:ss|us|is|ics|news|ies of)$/.test(match[2] ?? ""),
    ),
  (text) =>
    /^(?:many|lots of|too many|so many|some|most)\b.{2,50}?\b(?:struggle with|have to deal with|put up with|wrestle with) (.+)$/i.test(
      text,
    ) && framed(text),
  startsWithoutSubject,
];

/** A frame that holds a clause of its own: "struggle with a crane that fails stops the quay". */
function framed(text: string): boolean {
  const inner = /\b(?:struggle with|have to deal with|put up with|wrestle with) (.+)$/i.exec(text)?.[1] ?? "";
  return findVerb(wordsOf(inner)) > 0;
}

/** "Pay a lot for hauling." lost the word that pays. */
function startsWithoutSubject(text: string): boolean {
  const [first = "", second = ""] = text.split(/\s+/);
  return (
    !text.endsWith("?") &&
    baseOf(first, "base") !== undefined &&
    /^(?:a|an|the|their|your|our|too|more|half|\d.*)$/i.test(second) &&
    findVerb(wordsOf(text)) < 1
  );
}

import { anyOf } from "../any-of.ts";
const mechanism = anyOf(
  [
    String.raw`\bunsubscribe\b|\bopt(?:ing)?[- ]?out\b`,
    String.raw`\b(?:reply|respond|write|answer|say|send)(?: back)?(?: with)?(?: a| the word)? ?["“‘']?(?:no|stop|remove|pass|unsubscribe|not interested|no thanks)\b`,
    String.raw`\b(?:rather|prefer)(?: to)? not (?:hear|get|receive|be contacted)\b`,
    String.raw`\b(?:say the word|tell me|let me know|just say so|drop me a line|a quick no|one word)\b[^.?!]{0,160}\b(?:won[’']t|will not|stop|never|not)\b`,
    String.raw`\b(?:don[’']t|do not) want (?:to hear|more|further|any|these|emails|me to)\b`,
    String.raw`\b(?:take|remove) you (?:off|from)\b|\bno (?:more|further) (?:emails|messages|mail)\b`,
    String.raw`\bnot for you\?|\bnot (?:interested|relevant)[?,][^.?!]{0,160}\b(?:tell|let|say|reply)\b`,
  ],
  "i",
);
const promise =
  /\b(?:won[’']t|will not|not|never) (?:write|email|contact|bother|message|reach out|follow up|chase|ask)(?: to| with)?(?: you)?(?: again)?\b|\bstop (?:emailing|writing|following up)\b|\b(?:last|final) (?:email|note|message)\b/i;

/** Whether a sentence tells the reader how to get no more mail. */
export function isOptOut(sentence: string): boolean {
  return mechanism.test(sentence);
}

/** Whether a sentence is about writing no more, be it an offer or a promise: never the ask of an email. */
export function isAboutStopping(sentence: string): boolean {
  return mechanism.test(sentence) || (promise.test(sentence) && !/\?\s*["'”’)]*$/.test(sentence));
}

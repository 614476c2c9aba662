import type { Op } from "./op.ts";
import { readContent } from "./intents/content.ts";
import { readHistory } from "./intents/history.ts";
import { readLength } from "./intents/length.ts";
import { readLiteral, readParts } from "./intents/parts.ts";
import { readSubject } from "./intents/subject.ts";
import { readTalk } from "./intents/talk.ts";
import { readToneChange } from "./intents/tone.ts";
import { readWords } from "./intents/words.ts";
import { readAsk } from "./read-ask.ts";
import { readSlash } from "./read-slash.ts";
import { stripPoliteness } from "./strip-politeness.ts";

/** What a command may refer to. */
export interface OpContext {
  readonly hasDraft: boolean;
  /** Names of the campaign's variables. */
  readonly variables: readonly string[];
  /** Whether subject options wait for a choice. */
  readonly choosing?: boolean | undefined;
}

/**
 * The operation that a clause commands, or undefined: it is a statement, or not
 * understood. Only imperatives, wishes and complaints command anything; "our
 * client cut invoice time in half" does not.
 */
export function readOp(clause: string, context: OpContext): Op | undefined {
  const slash = readSlash(clause);
  if (slash !== undefined) return slash;
  const text = stripPoliteness(clause);
  if (text === "") return undefined;
  const talk = readTalk(clause, text) ?? (text === clause.trim() ? undefined : readTalk(text, text));
  if (
    talk !== undefined &&
    !(
      talk.op === "talk" &&
      (talk.about === "thanks" || talk.about === "approve") &&
      text !== clause.trim() &&
      readTalk(text, text) === undefined &&
      text.split(/\s+/).length > 3
    )
  )
    return talk;
  const freed = /^(?:you (?:can|may) (?:now )?(?:change|touch|edit)|unlock|feel free to change)\b/i.test(clause.trim())
    ? readParts(clause.trim().replace(/[.!?]+$/, ""), context.hasDraft)
    : undefined;
  if (freed?.op === "unlock") return freed;
  if (isDeclarative(text) || isQuestion(clause)) return undefined;
  if (/^(?:don't|do not|dont|never|no need to|not|please don't|stop|quit)\b/i.test(text))
    return readWords(text) ?? readParts(text, context.hasDraft) ?? readToneChange(text);
  return (
    readLiteral(text) ??
    readHistory(text, context.hasDraft) ??
    readWords(text) ??
    readSubject(text) ??
    readLength(text) ??
    readAskOp(
      text,
      clause
        .trim()
        .replace(/^(?:and|also|then|but|so|please|plus)\s+/i, "")
        .replace(/[.!]+$/, ""),
    ) ??
    readParts(text, context.hasDraft) ??
    readToneChange(text) ??
    readContent(text, context.variables)
  );
}

function readAskOp(text: string, raw: string): Op | undefined {
  if (
    /\b(?:ask|cta|question|close|call to action)\b.*\b(?:softer|lighter|smaller|easier|gentler|less (?:pushy|direct|demanding)|lower[- ]commitment)\b/i.test(
      text,
    )
  )
    return { op: "soften-ask" };
  const ask = readAsk(text) ?? readAsk(raw);
  return ask === undefined ? undefined : { op: "ask", text: ask };
}

/** "What is the subject?" asks; "can you change the subject?" and "what about a new subject?" command. */
function isQuestion(clause: string): boolean {
  return (
    /\?\s*$/.test(clause) &&
    /^(?:(?:and|but|so|hmm|ok|okay)[, ]+)?(?:what(?! about| if)|who|where|when|which|whose|is (?:it|this|that|there)|are (?:you|they|we|there)|does|do (?:you|they|we)|did|how (?:do|does|did|can|many|much|long|is|are|come))\b/i.test(
      clause.trim(),
    )
  );
}

/** A statement about us, them or a third party is never a command, whatever verbs it holds. */
function isDeclarative(text: string): boolean {
  if (
    /^(?:we|i)(?:'d| would)? (?:want|like|need|love|prefer|hope|aim|wish|hate|don't|do not|'d)\b/i.test(text) ||
    /^(?:we|i)'d\b/i.test(text)
  )
    return false;
  if (
    /^(?:we|our|they|their|my|his|her|most|many|some of|one of|all of|these|those|there|a (?:client|customer|user)|people|everyone|nobody|each)\b/i.test(
      text,
    )
  )
    return (
      !/^(?:our|my) (?:ask|cta|goal|subject line|aim|objective)\b/i.test(text) &&
      !/^(?:our|my) subject (?:should|is|must)\b/i.test(text)
    );
  return false;
}

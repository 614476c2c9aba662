import { readOp } from "./read-op.ts";
import type { OpContext } from "./read-op.ts";
import { baseOf } from "../words/verb-forms.ts";
import { stripPoliteness } from "./strip-politeness.ts";

/** A stretch of a sentence, offsets into the sentence. */
export interface Clause {
  readonly text: string;
  readonly from: number;
}

const connector =
  /\s*,\s*(?:and|but|then|also|plus|or|so|while|with)?\s+|\s+(?:and then|and also|and|but also|but|then|plus|while|though|also|\+|&)\s+|\s*[-;]\s+|\s+(?=without (?:changing|touching|losing|removing)\b)|\s+(?=but\b)|\s+(?=keeping\b)/gi;

/**
 * Cut a sentence into commands: at a connector whose right side is an operation
 * by itself and whose left side is one too, or a whole statement. Text in quotes
 * is never cut. A sentence without commands comes back whole.
 */
export function splitCommands(sentence: string, context: OpContext): Clause[] {
  const quoted = [...sentence.matchAll(/"[^"]*"|'[^']{3,}'(?=[\s.,!?]|$)/g)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const cuts = [...sentence.matchAll(connector)]
    .filter((match) => match[0].trim() !== "" || match[0].length > 0)
    .filter(({ index }) => !quoted.some(([from, to]) => index > from && index < to));
  let from = 0;
  const clauses: Clause[] = [];
  for (const cut of cuts) {
    if (cut.index <= from) continue;
    const left = sentence.slice(from, cut.index);
    const start = cut.index + cut[0].length;
    const right = sentence.slice(start);
    if (left.trim() === "" || right.trim() === "") continue;
    if (/\btoo\b/i.test(left) && right.trim().split(/\s+/).length <= 2 && !/\b(?:too|shorter|longer)\b/i.test(right))
      continue;
    const [verb = ""] = right.trim().split(/\s+/);
    if (baseOf(verb, "third") !== undefined && baseOf(verb, "base") === undefined && !context.hasDraft) continue;
    if (!startsOp(right, cuts, start, context)) continue;
    const leftIsOp = readOp(left, context) !== undefined || isFiller(left);
    const leftIsStatement =
      /^(?:we|i|our|they|it|the|their|most|many)\b/i.test(left.trim()) && left.trim().split(/\s+/).length >= 3;
    const wholeIsOp =
      readOp(sentence.slice(from), context) !== undefined &&
      !leftIsOp &&
      !/^(?:make|keep|get|write)\b/i.test(stripPoliteness(left));
    if ((leftIsOp || leftIsStatement) && !wholeIsOp) {
      clauses.push({ text: left, from });
      from = start;
    }
  }
  clauses.push({ text: sentence.slice(from), from });
  return clauses.filter(({ text }) => text.trim() !== "");
}

function isFiller(text: string): boolean {
  return /^(?:ok(?:ay)?|thanks|thank you|great|nice|good|hmm+|well|yes|no|perfect|cool|looks good|love it|not bad|almost|close|better|good start|i like it|it's good|this is good|that's better|much better|hi|hello|hey)[\s!.,]*$/i.test(
    text.trim(),
  );
}

/** Whether some front part of `right`, up to the next connector, is an operation. */
function startsOp(right: string, cuts: readonly RegExpMatchArray[], start: number, context: OpContext): boolean {
  const ends = [...cuts.flatMap(({ index = 0 }) => (index > start ? [index - start] : [])), right.length];
  return ends.some((end) => {
    const piece = right.slice(0, end);
    const op = readOp(piece, context) ?? readOp(`make it ${stripPoliteness(piece)}`, { ...context });
    return (
      op !== undefined &&
      !(op.op === "mention" && piece.startsWith("make it")) &&
      op.op !== "talk" &&
      op.op !== "decide"
    );
  });
}

/** The operation of a clause cut from a list: "more casual" after "make it shorter and". */
export function readClauseOp(text: string, context: OpContext, follows: boolean): ReturnType<typeof readOp> {
  const direct = readOp(text, context);
  if (direct !== undefined || !follows) return direct;
  const op = readOp(`make it ${stripPoliteness(text)}`, context);
  return op !== undefined && (op.op === "tone" || op.op === "shorter" || op.op === "longer" || op.op === "plain")
    ? op
    : undefined;
}

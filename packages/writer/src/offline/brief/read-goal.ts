import { looksLikeAudience, takeNounPhrase } from "../nlu/noun-phrase.ts";
import type { Finding } from "./finding.ts";
import { audienceFindings } from "./read-audience.ts";
import { productWithAudience } from "./read-we.ts";
import { singularise } from "../words/number-of.ts";

const goal =
  /^(?:(?:(?:i|we)(?:'d| would|'m| am|'re| are)?\s+)?(?:just )?(?:like|love|want|need|hope|hoping|trying|looking|aim|aiming|try|plan|planning)\s+to\s+|(?:the )?(?:goal|aim|idea|plan|purpose)(?: here)? is to\s+|to\s+|please\s+)?(?:get|have|bring|invite|convince|persuade|win|ask|book|motivate|encourage|move)\s+(.+)$/i;

const meet =
  /^(?:(?:i|we)(?:'d| would|'m| am|'re| are)?\s+)?(?:just )?(?:(?:like|love|want|need|hope|hoping|trying|looking|aim|aiming|try|plan|planning)\s+(?:to\s+(?:get|book|land|set up|schedule|secure|have|arrange|win|generate)\s+|for\s+)?|(?:get|book|land|set up|schedule|secure|arrange)\s+)((?:an? |some |more |first |short |quick |discovery |sales |intro |\d+[- ]min(?:ute)?s? )*(?:meetings?|calls?|demos?|appointments?|conversations?|intros?))\s+with\s+(.+)$/i;

/** "meetings" → "a short meeting". */
function oneOf(things: string): string {
  const one = singularise(
    things
      .replace(/^(?:some|more|first|an?)\s+/i, "")
      .trim()
      .split(/\s+/)
      .at(-1) ?? "call",
  );
  return /\d|short|quick|discovery|intro/i.test(things)
    ? things.replace(/^(?:some|more|first)\s+/i, "").replace(/\S+$/, one)
    : `a short ${one}`;
}

/**
 * A goal that names its people: "get owners of storage facilities on a short
 * call", "invite museum directors to our webinar". Undefined when the people are
 * only "them".
 */
export function readGoal(text: string, quote: string, hasProduct: boolean): Finding[] | undefined {
  const met = meet.exec(text.trim());
  if (met?.[1] !== undefined && met[2] !== undefined) {
    const { phrase, rest } = takeNounPhrase(met[2]);
    if (looksLikeAudience(phrase) && !/^(?:our|my|us)\b/i.test(phrase))
      return [...audienceFindings(phrase, rest, quote, 2), { slot: "ask", value: oneOf(met[1]), quote, weight: 1 }];
  }
  const said = goal.exec(text.trim())?.[1];
  if (said === undefined) return undefined;
  for (const match of said.matchAll(/\s+(?=(?:to|for|on|onto|into|if|whether)\s)/gi)) {
    const people = said.slice(0, match.index);
    if (
      !looksLikeAudience(people) ||
      /^(?:(?:if|whether|for|how|what|who|about)\b.*|them|people|you|him|her|everyone|folks|a|an|the (?:reader|recipient))$/i.test(
        people,
      )
    )
      continue;
    const rest = said
      .slice(match.index)
      .trim()
      .replace(/[.!?]+$/, "")
      .replace(/^(?:on|onto|into)\s+/i, "");
    const own = /\b(?:our|my)\s+((?:[\w'-]+\s?){1,6})/i.exec(rest)?.[0]?.trim();
    return [
      ...audienceFindings(people, "", quote, 2),
      { slot: "ask", value: rest, quote, weight: 2 },
      ...(own === undefined || hasProduct ? [] : productWithAudience("", own, quote, 1)),
    ];
  }
  return undefined;
}

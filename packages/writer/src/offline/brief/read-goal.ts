import { looksLikeAudience } from "../nlu/noun-phrase.ts";
import type { Finding } from "./finding.ts";
import { audienceFindings } from "./read-audience.ts";
import { productWithAudience } from "./read-we.ts";

const goal = /^(?:(?:(?:i|we)(?:'d| would|'m| am|'re| are)?\s+)?(?:just )?(?:like|love|want|need|hope|hoping|trying|looking|aim|aiming|try|plan|planning)\s+to\s+|(?:the )?(?:goal|aim|idea|plan|purpose)(?: here)? is to\s+|to\s+|please\s+)?(?:get|have|bring|invite|convince|persuade|win|ask|book|motivate|encourage|move)\s+(.+)$/i;

/**
 * A goal that names its people: "get owners of storage facilities on a short
 * call", "invite museum directors to our webinar". Undefined when the people are
 * only "them".
 */
export function readGoal(text: string, quote: string, hasProduct: boolean): Finding[] | undefined {
  const said = goal.exec(text.trim())?.[1];
  if (said === undefined) return undefined;
  for (const match of said.matchAll(/\s+(?=(?:to|for|on|onto|into|if|whether)\s)/gi)) {
    const people = said.slice(0, match.index);
    if (!looksLikeAudience(people) || /^(?:them|people|you|him|her|everyone|folks|a|an|the (?:reader|recipient))$/i.test(people)) continue;
    const rest = said.slice(match.index).trim().replace(/[.!?]+$/, "").replace(/^(?:on|onto|into)\s+/i, "");
    const own = /\b(?:our|my)\s+((?:[\w'-]+\s?){1,6})/i.exec(rest)?.[0]?.trim();
    return [...audienceFindings(people, "", quote, 2), { slot: "ask", value: rest, quote, weight: 2 }, ...(own === undefined || hasProduct ? [] : productWithAudience("", own, quote, 1))];
  }
  return undefined;
}

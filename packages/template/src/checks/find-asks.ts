import { anyOf } from "../any-of.ts";
import type { BlockRole } from "../block-role.ts";
import type { Sentence } from "../sentences.ts";
import type { Span } from "../span.ts";
import { isAboutStopping } from "./opt-out.ts";

/** `reply` only wants an answer, so it belongs to the request beside it; `other` is a request of its own. */
export type AskKind = "meeting" | "referral" | "resource" | "reply" | "other";

/** One request to the reader; sentences that repeat or soften the same request are part of it. */
export interface Ask extends Span {
  readonly kind: AskKind;
  readonly sentences: readonly Sentence[];
}

/** A sentence as the ask finder sees it: variables blotted out, with its block's role when that is known. */
export interface AskSentence {
  readonly sentence: Sentence;
  readonly text: string;
  readonly role: BlockRole | null;
}

const lead =
  "(?:(?:so|and|then|also|or|but|otherwise|either way|in that case|quick question|one question|p\\.?s\\.?)[,:.]?\\s+|if (?:so|not|yes|that|it|this|you)\\b[^,?]*,\\s*|(?:when|once) you[^,?]*,\\s*)*";
const days = "(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|next week|this week";
const request = new RegExp(
  [
    `^${lead}(?:would|could|can|will|may|might) (?:you|we|i|i[’']|it|that|this|${days})\\b(?! (?:rather|relate|imagine|believe|guess|picture|afford|remember|recall|honestly say|tell (?:which|when|if)|see why))`,
    `^${lead}(?:shall|should|may) (?:i|we)\\b`,
    `^${lead}would (?:an?|the|some|\\p{L}+day|next|early|later) `,
    "\\bworth (?:an?|your|exploring|discussing|talking|trying|looking|seeing|sending|sharing|comparing|reading|testing|it|me|us|\\d|ten|fifteen|twenty|five|the)\\b",
    "\\b(?:open|opposed|averse|against) (?:to )?(?:an?|the|it|that|this|see|hear|talk|chat|learn|find|explor|compar|try|discuss|meet|test|get|look|\\d)\\w*",
    "\\b(?:interested|any interest)\\b|\\bup for\\b|\\bcare to\\b|\\bcurious to (?:see|learn|hear|know|try)\\b|\\bkeen (?:to|on)\\b",
    "\\b(?:mind if|do you mind|would you mind|want me to|like me to|(?:ok|okay|alright|all right|fine|good) (?:if|for me|to send|with))\\b|\\bwant (?:to (?:see|talk|chat|try|compare|hear|learn|take|meet|read|test|know how|look)|an?|it|the|one|me|details|more)\\b",
    "\\b(?:does (?:it|this|that) (?:make sense|sound|seem)|make sense (?:to|for)|sounds? (?:good|fair|useful|interesting|reasonable|helpful|worth|like))\\b",
    `\\b(?:free|available|around) (?:on|for|to|at|in|any|this|next|later|${days})\\b|\\b(?:do you have|got|have you got|have|spare) (?:time|a (?:few|spare|quick|couple|moment|minute)|\\d+|five|ten|fifteen|twenty) ?(?:min|of|for|to|this|next|$|\\?|on|-)`,
    `\\b(?:does|do|would|will|is|are) (?:(?:early|late|later|sometime|any time|either|the|\\d+\\p{L}*) )?(?:${days}|next|this)\\b[^?]*\\b(?:work|suit|good|fit|ok|okay|possible|convenient)`,
    "\\bhow about\\b|\\bwhat about (?:an?|\\p{L}+day|next)|\\bwhen (?:would|could|can|works|is (?:good|best|a good)|are you|do you have|suits)|\\bwhat (?:time|day)s?\\b|\\bwhich day|\\bhow does (?:\\p{L}+day|next|your)",
    "\\bwho(?:[’']s| is| would be| should i| could i| can i| do i| else| handles| owns| looks after| runs| leads| takes care| is in charge)\\b(?! (?:got|had|been))",
    "\\b(?:right|best) (?:person|contact|one)\\b|\\bpoint me\\b|\\bare you the (?:one|person|right|best)\\b",
    `\\b(?:talk|chat|meet|speak|call|connect) (?:on|this|next|sometime|later|${days})\\b|\\b(?:quick|short|brief|\\d+[- ]min\\w*|minute) (?:call|chat|talk|meeting|demo|intro|look|conversation)\\b`,
    "\\bis (?:this|that|it) (?:something|worth|of (?:any )?(?:interest|use)|useful|relevant|a priority|a problem worth|on your|even on|still|a fit|fair)\\b|\\bbe (?:helpful|useful|of (?:any )?(?:use|interest|help)|worth|a good idea|a bad idea|better|interested|open|willing)\\b|\\b(?:helpful|useful|a bad idea|of use)\\s*\\?",
    "^(?:any )?thoughts\\b|\\bwhat do you (?:think|say)\\b|\\bis there (?:someone|anyone|a better)\\b|\\b(?:tell|show|send) (?:me|you)\\b|\\bsend (?:it|them|that|this|over|across)\\b",
  ].join("|"),
  "iu",
);
/** Verbs that ask, each with what has to follow: "Reply to customers faster" asks for nothing. */
const verbs = [
  String.raw`(?:reply|respond)(?= (?:with|to (?:this|me)|here|and|if|by|back|in one|when)\b|[ ,:]*["“‘'.!?]|,|$)`,
  String.raw`hit reply|write (?:back|me)|(?:email|call|text|ping|message) me|let (?:me|us) know`,
  String.raw`(?:tell|send|shoot|drop|give) me|say (?:yes|the word|when)|name a|suggest a`,
  String.raw`(?:book|grab|pick|choose|schedule|reserve|find) (?:an?|some|your|time|15|10|20|ten|fifteen|the) ?(?:\p{L}+ )?(?:time|slot|call|demo|spot|seat|day|date|chat|meeting|copy|guide|minutes?|here|checklist|place|trial|intro)`,
  String.raw`click|check (?:out|it)|(?:take|have) a (?:quick |short )?look|(?:watch|download|read) (?:the|this|it|a|our|my)`,
  String.raw`try (?:it|the|us)|sign up|join (?:us|me|the|our)|register|subscribe|confirm|visit (?:us|our|the|http)`,
  String.raw`(?:point|introduce|connect|add) me|forward (?:this|it|me)|fill (?:in|out)|(?:complete|answer) (?:the|this|our|my)`,
  String.raw`come (?:by|see)|let[’']s (?:talk|find|set|book|chat|meet|grab|hop|jump|connect|speak|schedule|discuss|get (?:on|together)|see)`,
].join("|");
const polite = "(?:please |just |simply |feel free to |kindly |go ahead and |do )*";
const imperative = anyOf(
  [
    String.raw`^(?:${lead})${polite}(?:${verbs})(?!\p{L})`,
    String.raw`(?:,|[;–—-]|\b(?:please|just|simply|and|so|then)) ?(?:just |please |simply )?(?:reply|hit reply|let me know|tell me|drop me|send me|book a|grab a|pick a|give me a call|say yes|say the word|point me)\b`,
  ],
  "iu",
);
const soft = anyOf(
  [
    String.raw`(?:i|we)(?:[’']d| would) (?:love|like|welcome|appreciate|be (?:glad|happy|keen))`,
    String.raw`would (?:love|be great|appreciate|welcome)`,
    String.raw`(?:happy|glad|keen|hoping|looking forward) to (?:send|share|show|jump|walk|hop|talk|chat|hear|speak|explain|put|run|set|meet|learn|connect|give|help|make|pass)`,
    String.raw`i(?:[’']ll| can| could| will) (?:send|share|show|put together|walk|give|pass|forward|run)`,
  ],
  "i",
  String.raw`\b*`,
);
const aside =
  /^(?:(?:does (?:that|this|it) )?(?:sound|feel|seem|look)s? (?:familiar|about right|right)|(?:does (?:that|this|it) )?rings? (?:a bell|true)|make sense|fair|right|why|how|so what|so|sounds? right|true|really|the (?:problem|catch|result|reason|best part|good news|fix|upside|downside)|what changed|curious (?:how|why)|see the problem|been there)\s*\?/i;
const answer = anyOf(
  [
    String.raw`reply|respond|let (?:me|us) know|tell me|write back|thoughts|think|interested|interest|sounds?`,
    String.raw`make sense|help|helpful|useful|fair|yes|say|fit|relevant|priority|crazy`,
    String.raw`worth (?:it|exploring|discussing)|open to (?:it|that|this|learn\w*|hear\w*|explor\w*)`,
    String.raw`(?:is|are|does|would|could|might) (?:this|that|it|now)|(?:are|do) you|up for`,
  ],
  "i",
  String.raw`\b*\b`,
);
const meetingNoun =
  /\b(?:call|chat|talk|meet|meeting|demo|zoom|coffee|calendar|slot|speak|conversation|walk you through|minutes?|mins|connect|lunch|show you)\b/i;
const rhetorical = new Set<BlockRole>(["greeting", "opener", "problem", "value", "proof"]);

type Strength = "strong" | "weak" | "soft";
interface Candidate extends AskSentence {
  readonly index: number;
  readonly strength: Strength;
  readonly kind: AskKind;
}

/**
 * The requests an email makes, in order. A question that only sets the scene is none when another request exists, or when
 * its block says so; requests for the same thing in neighbouring sentences are one. Without any request the last open
 * question counts, else the last offer ("happy to send it").
 */
export function findAsks(sentences: readonly AskSentence[]): Ask[] {
  const candidates = sentences.flatMap((one, index): Candidate[] => {
    const strength = strengthOf(one);
    return strength === null ? [] : [{ ...one, index, strength, kind: kindOf(one.text) }];
  });
  const strong = candidates.filter(({ strength }) => strength === "strong");
  if (strong.length > 0) return group(strong);
  const weak = candidates.filter(({ strength }) => strength === "weak");
  const last = weak.at(-1) ?? candidates.at(-1);
  if (last === undefined) return [];
  const together = weak.filter(({ sentence }) => sentence.paragraph === last.sentence.paragraph);
  return together.length > 0 ? together.map((one) => ask([one])) : [ask([last])];
}

function strengthOf({ text, role }: AskSentence): Strength | null {
  if (isAboutStopping(text) || aside.test(text)) return null;
  const question = /\?\s*["'”’)]*$/.test(text);
  const wants = question ? request.test(text) : imperative.test(text);
  if (role === "ask") return wants || question ? "strong" : "soft";
  if (role !== null && rhetorical.has(role))
    return wants && !["reply", "other"].includes(kindOf(text)) ? "strong" : null;
  if (wants) return "strong";
  if (question) return "weak";
  return soft.test(text) ? "soft" : null;
}

function kindOf(text: string): AskKind {
  if (
    /\b(?:right|best) (?:person|contact|one)\b|\bpoint me\b|\bwho(?:[’']s| (?:is|would|should|could|can|do|else|handles|owns|looks|runs|leads|takes))\b|\bsomeone else\b|\bintroduce me\b|\bforward (?:this|me|it)\b|\bcolleague\b/i.test(
      text,
    )
  )
    return "referral";
  if (meetingNoun.test(text) && !/\bminute (?:video|read|guide|clip|recording|summary)\b/i.test(text)) return "meeting";
  if (
    /\b(?:send|share|see|look|read|copy|link|example|guide|study|video|summary|pager|details|deck|report|checklist|template|audit|download|watch|page|breakdown|sample|trial)\b/i.test(
      text,
    )
  )
    return "resource";
  if (/\b(?:mon|tues|wednes|thurs|fri)day\b|\b(?:next|this) week\b/i.test(text)) return "meeting";
  return answer.test(text) ? "reply" : "other";
}

function group(candidates: readonly Candidate[]): Ask[] {
  const groups: Candidate[][] = [];
  for (const one of candidates) {
    const current = groups.at(-1);
    const before = current?.at(-1);
    if (current !== undefined && before !== undefined && isSame(before, one)) current.push(one);
    else groups.push([one]);
  }
  return groups.map(ask);
}

function isSame(before: Candidate, one: Candidate): boolean {
  const distance = one.index - before.index;
  if (distance > 2) return false;
  if (before.kind === one.kind && one.kind !== "reply" && one.kind !== "other") return true;
  if (distance > 1) return false;
  return before.kind === one.kind || before.kind === "reply" || one.kind === "reply";
}

function ask(parts: readonly Candidate[]): Ask {
  const kind = parts.find((part) => part.kind !== "reply" && part.kind !== "other")?.kind ?? parts[0]?.kind ?? "reply";
  const spans = parts.map(({ sentence }) => sentence);
  return {
    kind,
    sentences: spans,
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

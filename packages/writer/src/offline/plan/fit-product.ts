import { lowerFirst, withArticle } from "../nlu/noun-phrase.ts";
import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { shapeOf } from "../nlu/shape-of.ts";
import { massNouns } from "../words/nouns.ts";
import { headNoun, isPluralPhrase, kindOfNoun } from "../words/number-of.ts";

/** A product in the forms that sentences need. */
export interface FittedProduct {
  /** trade: "We sell X"; own: "our X"; name: a noun phrase; whole: a sentence of its own; help: "We help X do Y". */
  readonly shape: "trade" | "own" | "name" | "whole" | "help";
  /** The sentence, for whole, help and trade. */
  readonly clause: string;
  /** The thing itself with its article where it needs one: "hive heaters", "a shift scheduling app". */
  readonly thing: string;
  /** "our shift scheduling app". */
  readonly ours: string;
  /** The verb of trade: sell, make, offer. */
  readonly verb: string;
  readonly we: "We" | "I";
  /** Whether the thing already says what it does ("heaters that keep hives warm"). */
  readonly says: boolean;
}

const trade =
  /^(we|I)\s+(sell|make|build|offer|provide|supply|design|develop|manufacture|distribute|rent|lease|import|produce|publish|create|ship|brew|bake|grow|do|run|have|install|deliver|print|craft|host|operate|organise|organize|market|roast|export|wholesale|stock|carry|bring|teach|specialise in|specialize in|focus on|deal in|work on|own)\s+(.+)$/i;

/** Take a product's words apart: its verb, its name, and whether it is a sentence already. */
export function fitProduct(value: string): FittedProduct {
  const text = value.trim().replace(/\.$/, "");
  const own = /^(?:our|my)\s+(.+)$/i.exec(text);
  const traded = trade.exec(text);
  const base = {
    clause: text,
    thing: text,
    ours: "our service",
    verb: "offer",
    we: /^I\b/.test(text) ? "I" : "We",
    says: true,
  } as const;
  if (traded?.[3] !== undefined) {
    const particle = /^(?:out|up|off|in)\s+(?=\S)/i.exec(traded[3])?.[0] ?? "";
    const said = traded[3].slice(particle.length).replace(/^(?:our|my)\s+/i, "");
    const counted =
      /^(?:app|tool|platform|device|machine|system|kit|program|programme|plugin|robot|sensor|marketplace|website|dashboard|tracker|scanner|camera)$/i.test(
        headNoun(said),
      );
    const thing = counted ? nounWithArticle(said) : lowerStart(said);
    const verb = (traded[2] ?? "offer").toLowerCase();
    const wares = verb === "do" && /\b(?:software|app|tool|platform|device|machine|equipment|supplies)\b/i.test(thing);
    return {
      ...base,
      shape: "trade",
      thing,
      ours: `our ${bare(thing)}`,
      verb: wares ? "offer" : `${verb} ${particle}`.trim(),
      says: says(thing),
    };
  }
  if (/^(?:we|I)\s+(?:also )?(?:help|let|allow|enable)\b/i.test(text)) return { ...base, shape: "help" };
  const relative = /^((?:our|my)\s+[^,]{2,60}?),?\s+(?:which|that)\s+(.+)$/i.exec(text);
  if (relative?.[1] !== undefined && relative[2] !== undefined && findVerb(wordsOf(relative[1])) < 1)
    return {
      ...base,
      shape: "whole",
      clause: `${relative[1].replace(/^my/i, "our")} ${relative[2]}`,
      ours: relative[1],
    };
  if (
    own?.[1] !== undefined &&
    kindOfNoun(headNoun(own[1])) === "organisation" &&
    !/\s(?:for|that|which)\s/i.test(own[1])
  )
    return { ...base, shape: "whole", clause: `We are ${nounWithArticle(own[1])}`, ours: `our ${own[1]}` };
  if (own?.[1] !== undefined && shapeOf(text) !== "clause") {
    const thing = nounWithArticle(own[1]);
    return { ...base, shape: "own", thing, ours: `our ${bare(thing)}`, says: says(thing) };
  }
  const shape = shapeOf(text);
  if (/^(?:we|I|it|our|my)\b/i.test(text) || shape === "clause")
    return { ...base, shape: "whole", ours: ownedFrom(text) };
  if (shape === "base") return { ...base, shape: "whole", clause: `We ${lowerFirst(text)}` };
  if (shape === "third") return { ...base, shape: "whole", clause: `Our product ${lowerFirst(text)}` };
  if (shape === "gerund")
    return {
      ...base,
      shape: "name",
      thing: lowerFirst(text),
      ours: `our help with ${lowerFirst(text)}`,
      verb: "offer",
      says: true,
    };
  if (
    /^(?:an?\s+)?(?:[\w'-]+\s+){0,4}(?:agency|firm|company|consultancy|studio|startup|distributor|manufacturer|wholesaler|supplier|contractor|consultant|freelancer|bookkeeper|accountant|designer|developer|photographer|translator|recruiter|coach|trainer)(?:\s+(?:for|in|from|based|that|which|with|of)\b.*)?$/i.test(
      text,
    )
  )
    return { ...base, shape: "whole", clause: `We are ${nounWithArticle(text)}` };
  const thing = nounWithArticle(text);
  return {
    ...base,
    shape: "name",
    thing,
    ours: /^[A-Z]/.test(bare(thing)) ? bare(thing) : `our ${bare(thing)}`,
    verb: "offer",
    says: says(thing),
  };
}

/** "shift scheduling app" → "a shift scheduling app"; plurals, names and uncountables stay bare. */
export function nounWithArticle(text: string): string {
  const plain = lowerStart(text.trim()).replace(
    /\s(?:they|them)(?=\s(?:can|use|get|need|want|don't|already|will)\b)/gi,
    " you",
  );
  if (/^(?:a|an|the|some|this|that|your|their|his|her|one|two|\d)\b/i.test(plain)) return plain;
  const head = headNoun(plain);
  if (/^[A-Z]/.test(plain) && /^[A-Z]/.test(head) && plain.split(/\s+/).length <= 3) return plain;
  if (
    isPluralPhrase(plain) ||
    massNouns.has(head.toLowerCase()) ||
    head.toLowerCase().endsWith("ing") ||
    (/(?:ment|tion|sion|ance|ence|ity|ness|care|ware|gear|stuff|logistics)$/i.test(head) &&
      !/(?:solution|subscription|station|application|extension|installation)$/i.test(head))
  )
    return plain;
  return withArticle(plain);
}

function lowerStart(text: string): string {
  return /^[A-Z][a-z]+\s+(?:is|for|by)\b/.test(text) ? text : lowerFirst(text);
}

function bare(thing: string): string {
  return thing.replace(/^(?:a|an|the|some|this|our|my)\s+/i, "");
}

function says(thing: string): boolean {
  return /\s(?:that|which|who|to|for|so|where|with|without)\s/i.test(thing);
}

function ownedFrom(text: string): string {
  const subject =
    /^our\s+((?:[\w'-]+\s+){0,3}?(?:product|app|tool|software|platform|service|system|device|machine|team|agency|program|course|kit|solution|robots?|heaters?|sensors?))\b/i.exec(
      text,
    )?.[1];
  return subject === undefined ? "our service" : `our ${subject}`;
}

import type { Target } from "./op.ts";

const ordinals: Readonly<Record<string, number>> = {
  first: 0,
  "1st": 0,
  opening: 0,
  top: 0,
  second: 1,
  "2nd": 1,
  third: 2,
  "3rd": 2,
  fourth: 3,
  "4th": 3,
  fifth: 4,
  "5th": 4,
  sixth: 5,
  last: -1,
  final: -1,
  closing: -1,
  bottom: -1,
  one: 0,
  two: 1,
  three: 2,
  four: 3,
  five: 4,
};
const ordinalWords = Object.keys(ordinals).join("|");

const roles: readonly (readonly [string, RegExp])[] = [
  ["subject", /^(?:subject(?: ?line)?|title|headline)$/],
  ["ps", /^(?:p\.? ?s\.?|post ?script|postscript)(?: line)?$/],
  ["greeting", /^(?:greeting|salutation|hello|hi line|intro greeting)$/],
  [
    "opener",
    /^(?:opener|opening(?: line| sentence| paragraph)?|intro(?:duction)?(?: line| sentence)?|hook|icebreaker|start|beginning|lead-?in|first impression)$/,
  ],
  ["problem", /^(?:problem|pain(?: point)?|challenge|struggle)(?: (?:part|paragraph|sentence|line|statement))?$/],
  [
    "proof",
    /^(?:proof(?: point)?|social proof|case study|example|testimonial|reference|numbers?|stats?|statistics?|evidence|client story|customer story|result)(?: (?:part|paragraph|sentence|line))?$/,
  ],
  [
    "value",
    /^(?:pitch|value(?: prop(?:osition)?)?|product(?: description)?|offer|benefits?|solution|middle|what we do|product part|sales pitch)(?: (?:part|paragraph|sentence|line|statement))?$/,
  ],
  [
    "ask",
    /^(?:ask|cta|call[- ]to[- ]action|question|closing question|closing line|close|request|last question|ending)(?: (?:part|paragraph|sentence|line))?$/,
  ],
  ["signoff", /^(?:sign-?off|signature|closing|farewell|goodbye|best regards)(?: (?:part|line))?$/],
];

/** Which part of a draft a phrase names; undefined when it names none by place, role or quotation. */
export function readTarget(phrase: string): Target | undefined {
  const text = phrase
    .trim()
    .toLowerCase()
    .replace(/[.!?,]+$/, "")
    .replace(/^(?:all of |only |just )?(?:the|that|this|your|my|our|a|an)\s+/, "")
    .replace(
      /\s+(?:of (?:the|this|that) (?:email|mail|draft|message|text|body)|in (?:the|this|that) (?:email|mail|draft|message|text|body)|please|part|as (?:it )?is|as they are|the same|unchanged|intact|alone|exactly as it is|the way it is|how it is)$/g,
      "",
    );
  const quote = /"([^"]+)"/.exec(phrase) ?? /(?:^|\s)'([^']{3,}(?:'[a-z]+[^']*)*)'(?=\s|$|[.,!?])/.exec(phrase);
  if (quote?.[1] !== undefined) return { kind: "quote", text: quote[1] };
  const place = new RegExp(
    `^(?:very )?(${ordinalWords})(?: (?:full|whole|entire))? (sentence|line|paragraph|para|block|section|bit)s?(?: (?:of|in) (?:the )?(?:(${ordinalWords}) (?:paragraph|para)|(?:paragraph|para) (\\d)))?$`,
  ).exec(text);
  if (place !== null) {
    const index = ordinals[place[1] ?? ""] ?? 0;
    if (/^(?:para|paragraph|block|section)/.test(place[2] ?? "")) return { kind: "paragraph", index };
    const paragraph =
      place[3] !== undefined ? ordinals[place[3]] : place[4] !== undefined ? Number(place[4]) - 1 : undefined;
    return {
      kind: "sentence",
      index,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(place[2] === "line" ? { line: true } : {}),
    };
  }
  const numbered = new RegExp(
    `^(sentence|line|paragraph|para|block) (?:number |no\\.? |#)?(\\d+|${ordinalWords})$`,
  ).exec(text);
  if (numbered !== null) {
    const index = /\d/.test(numbered[2] ?? "") ? Number(numbered[2]) - 1 : (ordinals[numbered[2] ?? ""] ?? 0);
    return /^para|^block/.test(numbered[1] ?? "")
      ? { kind: "paragraph", index }
      : { kind: "sentence", index, ...(numbered[1] === "line" ? { line: true } : {}) };
  }
  const role = roles.find(([, pattern]) => pattern.test(text));
  if (role !== undefined) return role[0] === "subject" ? { kind: "subject" } : { kind: "role", role: role[0] };
  if (
    /^(?:it|everything|all|email|mail|draft|text|body|message|whole thing|rest|copy|whole email|entire email|everything else|the whole)$/.test(
      text,
    )
  )
    return { kind: "all" };
  return undefined;
}

/** A target by place or role, else the topic that the words name: "the part about pricing" → pricing. */
export function readTargetOrTopic(phrase: string): Target {
  const plain = phrase
    .trim()
    .replace(/[.!?]+$/, "")
    .replace(
      /^(?:everything|anything|all|all mentions? of|mentions? of|any mention of|references? to|talk of|the word|the words|the phrase)\s+(?:about\s+|on\s+)?/i,
      "",
    );
  const about =
    /^(?:the |that |this |any |a )?(?:part|bit|sentence|line|paragraph|piece|section|mention|stuff|thing|claim|phrase|reference|statement)s?\s+(?:about|on|of|with|where|that (?:says|mentions|talks about)|which (?:says|mentions)|mentioning|saying|starting with|regarding|to)\s+(.+)$/i.exec(
      plain,
    );
  const direct = readTarget(phrase);
  if (
    direct !== undefined &&
    !(about !== null && direct.kind !== "quote" && direct.kind !== "sentence" && direct.kind !== "paragraph")
  )
    return direct;
  return {
    kind: "topic",
    text: (about?.[1] ?? plain).replace(/^(?:the|our|my|your|their|that|this|we|it|they)\s+/i, "").trim(),
  };
}

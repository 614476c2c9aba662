import { looksLikeAudience } from "../nlu/noun-phrase.ts";
import { shapeOf } from "../nlu/shape-of.ts";
import { headNoun, singularise } from "../words/number-of.ts";
import { baseOf } from "../words/verb-forms.ts";
import { hasFigure, soundsLikeGain, soundsLikePain, soundsLikeProof } from "./cues.ts";
import type { Finding, ReadContext } from "./finding.ts";
import { polishClause } from "./polish-clause.ts";
import { audienceFindings, tidyAudience } from "./read-audience.ts";
import { productWithAudience, readWe } from "./read-we.ts";

const machineVerbs =
  /^(?:they|those|these)(?: (?:also|usually|typically|all|only|even|just))* (?:last|cost|work|run|weigh|come|fit|include|measure|hold|ship|arrive|contain|replace|cut|reduce|save \w+ (?:\d|up to|money|time)|automate|integrate|heat|cool|clean|monitor|track|scan|need no|require no)\b/i;

/** What a clause about "they" says: the readers' trouble, what they gain, or (of a plural product) what it does. */
export function readThey(text: string, quote: string, context: ReadContext): Finding[] {
  const aboutProduct = context.last === "product" || context.last === "outcome";
  if (aboutProduct && machineVerbs.test(text))
    return [{ slot: "outcome", value: polishClause(text), quote, weight: 2 }];
  const said = text.replace(
    /^(?:they|these (?:people|teams|companies|folks)|those (?:people|teams|companies)|most of them|many of them|a lot of them|some of them|most|many|all of them|half of them|the majority(?: of them)?|everyone|people (?:there|like this|in this role)|the typical (?:one|lead))\s*('(?:re|ve|ll|d)\b)?\s*/i,
    (_, tail: string | undefined) =>
      tail === undefined ? "" : ({ "'re": "are ", "'ve": "have ", "'ll": "will ", "'d": "would " }[tail] ?? ""),
  );
  const predicate = polishClause(said).replace(
    /^(?:all|often|usually|typically|generally|always|constantly|really|mostly)\s+/i,
    "",
  );
  const noun = /^are\s+(?:all |mostly |usually |mainly )*(.+)$/i.exec(predicate)?.[1];
  if (noun !== undefined && looksLikeAudience(noun) && shapeOf(noun) === "noun")
    return audienceFindings(noun, "", quote, 2);
  if (/^(?:don't|do not|no longer|never) (?:have|need) to\b/i.test(predicate))
    return [{ slot: "outcome", value: `they ${predicate}`, quote, weight: 2 }];
  if (
    /^(?:get|see|save|can (?:now|then)|end up with|gain|win|would (?:get|save|see)|will (?:get|save|see)|cut|don't (?:have to|need to)|no longer|achieve)\b/i.test(
      predicate,
    ) &&
    !/^(?:get (?:stuck|lost|complaints|few|no|too|bad|angry|paid late)|see (?:no|few|high|their))\b/i.test(predicate) &&
    !(soundsLikePain(predicate) && !soundsLikeGain(predicate))
  )
    return [{ slot: "outcome", value: `they ${predicate}`, quote, weight: 2 }];
  if (/^(?:should|must)\b/i.test(predicate)) return [];
  if (
    /^(?:met|know|signed up|downloaded|visited|attended|asked|replied|subscribed|registered|contacted|tried|saw)\b/i.test(
      predicate,
    )
  )
    return [{ slot: "event", value: predicate, quote, weight: 2 }];
  return [{ slot: "pain", value: `they ${predicate}`, quote, weight: soundsLikePain(predicate) ? 2 : 1 }];
}

const about =
  /\b(?:product|service|tool|app|software|platform|system|solution|course|program|programme|device|machine|kit|company|agency|team|firm|business|studio|shop|approach|method|process|technology|offer|consultants?|trainers?|engineers?|staff|coaches|experts?)\b/i;

/** What a clause about something of ours says ("our app…", "our client…", "our goal…"). */
export function readOur(text: string, quote: string, context: ReadContext): Finding[] {
  const client =
    /^(?:our|one of our|some of our|most of our|all our|all of our|another)\s+(?:\w+ )?(?:clients?|customers?|users?|partners?|members?|buyers?|students?|patients?)\b\s*(.*)$/i.exec(
      text,
    );
  if (client !== null) {
    const rest = client[1] ?? "";
    const be = /^(?:are|is|include)\s+(?:mostly |usually |mainly |typically )*(.+)$/i.exec(rest)?.[1];
    if (be !== undefined && looksLikeAudience(be) && !hasFigure(be)) return audienceFindings(be, "", quote, 2);
    const present =
      baseOf(rest.split(/\s+/)[0] ?? "", "base") !== undefined &&
      soundsLikePain(rest) &&
      !hasFigure(rest) &&
      !soundsLikeGain(rest);
    if (present) return [{ slot: "pain", value: `they ${polishClause(rest)}`, quote, weight: 1 }];
    return [{ slot: "proof", value: polishClause(text), quote, weight: 2 }];
  }
  const ownName =
    /^(?:[Oo]ur|[Mm]y) (?:company|startup|start-up|firm|agency|business|studio|team|app|product|tool|platform|software|brand|shop|service),? ([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,2}),? ([a-z]+\b.*)$/.exec(
      text,
    );
  if (ownName?.[1] !== undefined && ownName[2] !== undefined)
    return [
      { slot: "company", value: ownName[1], quote, weight: 2 },
      ...productWithAudience("", `${ownName[1]} ${ownName[2]}`, quote, 2),
    ];
  const ownVerb = /^(?:[Oo]ur|[Mm]y) (?:company|startup|start-up|firm|business|agency|studio|shop) ([a-z]+) (.+)$/.exec(
    text,
  );
  const ownBase = baseOf(ownVerb?.[1] ?? "", "third");
  if (ownBase !== undefined && ownVerb?.[2] !== undefined) return readWe(`We ${ownBase} ${ownVerb[2]}`, quote);
  if (
    /^our (?:name|company|company name|business|brand|product|app|tool|startup)(?: name)? is (?:called |named )?([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,2})$/.test(
      text,
    )
  )
    return [{ slot: "company", value: text.replace(/^.*? is (?:called |named )?/i, ""), quote, weight: 2 }];
  if (
    /^our (?:prices?|pricing|plans?|fees?|rates?)\b/i.test(text) ||
    /\b(?:free trial|free sample|money[- ]back|discount|% off|for free|free of charge)\b/i.test(text)
  )
    return [{ slot: "offer", value: polishClause(text), quote, weight: 2 }];
  const verb = text
    .split(/\s+/)
    .find((word, index) => index > 1 && baseOf(word, "past") !== undefined && baseOf(word, "base") === undefined);
  if (soundsLikeProof(text) || (hasFigure(text) && verb !== undefined))
    return [{ slot: "proof", value: polishClause(text), quote, weight: 2 }];
  const isA = /^(?:our|my|the) (.{2,40}?) (?:is|are) (?:called )?((?:an?|the) .+)$/i.exec(text);
  if (isA !== null && context.product === undefined)
    return productWithAudience(
      `Our ${isA[1] ?? ""} ${/ are (?:called )?(?:an?|the) /i.test(text) ? "are" : "is"} `,
      isA[2] ?? "",
      quote,
      2,
    );
  if (context.product === undefined && shapeOf(text) === "clause") return productWithAudience("", text, quote, 2);
  return [
    {
      slot:
        about.test(text) || soundsLikeGain(text)
          ? context.product === undefined
            ? "product"
            : "outcome"
          : "difference",
      value: polishClause(text),
      quote,
      weight: 2,
    },
  ];
}

/** What a clause with "it" or "this" as its subject says of the product named before. */
export function readIt(text: string, quote: string, context: ReadContext): Finding[] {
  const said = text.replace(/^(?:it|this|that)(?:'s| is)?\s*/i, "");
  if (/\b(?:right now|currently|today|at the moment|these days)\b/i.test(quote) && soundsLikePain(text))
    return [{ slot: "pain", value: polishClause(text), quote, weight: 2 }];
  const isA = /^(?:it|this|that)(?:'s| is) (?:basically |called |essentially )?((?:an?|the|like an?) .+)$/i.exec(
    text,
  )?.[1];
  const name = /^\p{Lu}[\w&.'-]*(?: \p{Lu}[\w&.'-]*)?$/u.test(context.product ?? "") ? context.product : undefined;
  if (isA !== undefined || (name !== undefined && /^(?:it|this)(?:'s| is) (.+)$/i.test(text)))
    if (name !== undefined) return productWithAudience(`${name} is `, isA ?? said, quote, 3);
  if (
    isA !== undefined &&
    (context.last === "product" || context.product === undefined) &&
    !/^a (?:big|huge|real|major|constant|daily|serious|massive) (?:problem|pain|issue|headache|challenge)/i.test(isA)
  )
    return productWithAudience(
      context.product === undefined ? "We offer " : "It is ",
      isA.replace(/^like /i, ""),
      quote,
      2,
    );
  if (/^(?:free|cheap|cheaper|\$|€|£|\d+ (?:dollars|euros)|starts at|costs?)\b/i.test(said))
    return [{ slot: "offer", value: polishClause(text.replace(/^(?:this|that)\b/i, "It")), quote, weight: 2 }];
  if (context.last === "pain" && (soundsLikePain(text) || context.product === undefined))
    return [{ slot: "pain", value: polishClause(text), quote, weight: 1 }];
  if (context.last === "proof") return [{ slot: "proof", value: polishClause(text), quote, weight: 1 }];
  return [
    {
      slot: context.product === undefined ? "product" : "outcome",
      value: polishClause(text.replace(/^(?:this|that)\b(?! is)/i, "It")),
      quote,
      weight: 2,
    },
  ];
}

/** A clause whose subject is the audience itself: "clinic managers can't fill shifts". */
export function readPeople(
  subject: string,
  predicate: string,
  text: string,
  quote: string,
  context: ReadContext,
): Finding[] {
  const findings: Finding[] = [];
  if (context.audience === undefined)
    findings.push({ slot: "audience", value: tidyAudience(subject), quote, weight: 1 });
  const known = context.audience;
  const same =
    findings.length > 0 ||
    (known !== undefined &&
      singularise(headNoun(known).toLowerCase()) === singularise(headNoun(subject).toLowerCase()));
  if (same && !soundsLikeGain(predicate.replace(/\b(?:more|less|without)\b/gi, "")))
    findings.push({ slot: "pain", value: `they ${polishClause(predicate)}`, quote, weight: 2 });
  else
    findings.push({
      slot:
        soundsLikePain(predicate) || (context.pain === undefined && !soundsLikeGain(predicate) && !/\d/.test(predicate))
          ? "pain"
          : hasFigure(predicate)
            ? "proof"
            : "outcome",
      value: polishClause(text),
      quote,
      weight: 2,
    });
  return findings;
}

import { baseOf } from "../words/verb-forms.ts";
import { hasFigure, soundsLikeProof } from "./cues.ts";
import type { Finding } from "./finding.ts";
import { polishClause } from "./polish-clause.ts";
import { audienceFindings } from "./read-audience.ts";
import { splitAudience } from "./split-audience.ts";
import type { AudienceSplit } from "./split-audience.ts";
import { shapeOf } from "../nlu/shape-of.ts";
import { headNoun, isPluralWord } from "../words/number-of.ts";
import { takeNounPhrase, looksLikeAudience, lowerFirst } from "../nlu/noun-phrase.ts";

const trade =
  "sell|make|build|offer|provide|supply|design|develop|manufacture|distribute|rent|lease|import|produce|publish|create|ship|brew|bake|grow|do|run|have|install|deliver|print|craft|host|operate|organise|organize|market|roast|import|export|wholesale|stock|carry|bring|teach|train|coach|specialise in|specialize in|focus on|deal in|work on|own";
const tradeNow = new RegExp(
  `^(we|I)(?:'re| are|'m| am)?\\s+(?:also |currently |now |mainly |mostly |basically |just |only |primarily )*(${trade.replace(/\b(\w+)\b/g, "$1")})\\b\\s+(.+)$`,
  "i",
);
const tradeIng =
  /^(?:(?:we|I)(?:'re| are|'m| am)\s+)?(?:also |currently |now |mainly )*(selling|offering|pitching|promoting|providing|building|making|launching|introducing|marketing|supplying|renting|running|developing|importing|distributing)\s+(.+)$/i;
const helps =
  /^(?:we|I)\s+(?:also |currently |can |now |mainly |mostly )*(?:help|let|allow|enable|save|give|support|assist|show|free|spare|turn|make it|cut|reduce|automate|handle|take|manage|improve|increase|protect|connect|match|place|recruit|find|test|audit|inspect|clean|repair|maintain|transport|move|store|process|translate|write|film|photograph|cater|train|teach|advise|insure|finance|fund|lend|staff|digiti[sz]e|optimi[sz]e|streamline|replace|monitor|track|plan|schedule|convert|integrate|analy[sz]e|collect|recycle|refurbish|restore|renovate|paint|plant|landscape|secure|guard|certify|source|negotiate|represent|handle)\b/i;
const identity = /^(?:we|I)(?:'re| are|'m| am)\s+(.+)$/i;
const owned = /^(?:we|I)(?:'ve| have)\s+(?:just |recently |already |also |now )*(.+)$/i;

/** What a clause with the sender as its subject says: the product, a result, or what sets it apart. */
export function readWe(text: string, quote: string): Finding[] {
  const made =
    /^(?:we|I)(?:'ve| have) (?:just |recently )?(built|developed|created|designed|invented|launched) (?=(?:an?|our|this|the) )/i.exec(
      text,
    );
  if (made !== null) return productWithAudience("", text, quote, 2);
  const ing = tradeIng.exec(text);
  if (ing?.[2] !== undefined)
    return productWithAudience(
      `We ${baseOf(ing[1] ?? "", "gerund")?.replace(/^(?:pitch|promote|introduce|market|launch)$/, "offer") ?? "offer"} `,
      ing[2].replace(/^(?:our|my|a new|the)\s+(?=\S)/i, (word) => (/^(?:our|my|the)/i.test(word) ? "" : word)),
      quote,
      2,
    );
  const employed =
    /^I(?:'m| am)? (?:work|working) (?:for|at|with) (?:an? [\w -]+?|[A-Z][\w&' -]*?),? (?:that|which|who) (\w+) (.+)$/i.exec(
      text,
    );
  const does = baseOf(employed?.[1] ?? "", "third");
  if (does !== undefined && employed?.[2] !== undefined) return readWe(`We ${does} ${employed[2]}`, quote);
  const now = tradeNow.exec(text);
  if (
    /^(?:we|I) (?:also )?(?:offer|have|do) (?:an? )?(?:\d+[- ](?:day|week|month)s? )?(?:free|money[- ]back|discount)/i.test(
      text,
    )
  )
    return [{ slot: "offer", value: polishClause(text), quote, weight: 2 }];
  if (
    /^(?:we|I) (?:run|own|have) an? (?:\w+ ){0,2}(?:company|team|startup|firm|business|agency|studio|shop)$/i.test(text)
  )
    return [];
  if (
    /^(?:we|I) (?:cut|grew|built|won|helped|saved|reduced|doubled|raised|filled|placed|moved|took|brought|got)\b/i.test(
      text,
    ) &&
    /\b(?:for|at|with) \p{Lu}/u.test(text)
  )
    return [{ slot: "proof", value: polishClause(text), quote, weight: 2 }];
  if (now?.[3] !== undefined && !/^have$/i.test(now[2] ?? ""))
    return productWithAudience(`${capital(now[1] ?? "We")} ${(now[2] ?? "").toLowerCase()} `, now[3], quote, 2);
  const is = identity.exec(text);
  if (is?.[1] !== undefined) return readIdentity(is[1], text, quote);
  const have = owned.exec(text) ?? (now?.[3] === undefined ? null : ["", now[3]]);
  if (have?.[1] !== undefined) return readOwned(have[1], text, quote);
  if (helps.test(text) && !/^(?:we|I)\s+(?:cut|let)\b.*\b(?:last|in 20\d\d|by \d)/i.test(text))
    return helpFindings(text, quote);
  const words = text.split(/\s+/);
  const verb = words[1] ?? "";
  if (
    /^(?:we|I)(?: have|'ve)? (?:just )?(?:built|developed|created|designed|invented|launched|made) (?:an?|our|this|the) /i.test(
      text,
    )
  )
    return productWithAudience("", text, quote, 2);
  if (/^(?:we|I) need (?:only )?(?:\d|one|two|three|four|five|six|ten|twelve)/i.test(text))
    return [{ slot: "difference", value: polishClause(text), quote, weight: 2 }];
  const past = baseOf(verb, "past") !== undefined && baseOf(verb, "base") === undefined;
  if (past || soundsLikeProof(text) || /^(?:we|I)\s+(?:work with|serve|are trusted|count)\b/i.test(text))
    return [
      {
        slot: hasFigure(text) || past || soundsLikeProof(text) || /\bwork with\b/i.test(text) ? "proof" : "difference",
        value: polishClause(text),
        quote,
        weight: 2,
      },
    ];
  if (/^(?:we|I)\s+(?:don't|do not|never|won't|can)\b/i.test(text))
    return [{ slot: "difference", value: polishClause(text), quote, weight: 2 }];
  if (
    /^(?:we|I)\s+(?:want|need|would|'d|hope|wish|like|know|think|believe|guess|feel|saw|met|spoke|heard|noticed|found|tried|will|should|must|plan|aim|prefer|love)\b/i.test(
      text,
    )
  )
    return /^(?:we|I)\s+(?:met|spoke)\b/i.test(text)
      ? [{ slot: "event", value: polishClause(text), quote, weight: 2 }]
      : [];
  return helpFindings(text, quote);
}

function helpFindings(text: string, quote: string): Finding[] {
  const helped =
    /^(?:we|I)\s+(?:also |can |now |mainly |mostly )*(?:help|let|allow|enable|save|give|support|assist|show|free)\s+(.+)$/i.exec(
      text,
    )?.[1];
  const findings: Finding[] = [{ slot: "product", value: polishClause(text), quote, weight: 2 }];
  if (helped !== undefined) {
    const { phrase, rest } = helpedPeople(helped);
    if (looksLikeAudience(phrase))
      findings.push({
        ...(audienceFindings(phrase, /^who\b/i.test(rest) ? rest : "", quote, 1)[0] ?? {
          slot: "audience",
          value: phrase,
          quote,
          weight: 1,
        }),
      });
    return findings;
  }
  const split = splitAudience(text, "to|for|with|at|in|across|of");
  return split === undefined || !isPluralWord(headNoun(split.audience))
    ? findings
    : [...findings, ...audienceFindings(split.audience, "", quote, 1)];
}

/** "clinics fill shifts": the people end where the verb begins. */
export function helpedPeople(text: string): { readonly phrase: string; readonly rest: string } {
  const words = text.split(/\s+/);
  for (let i = 1; i < Math.min(words.length, 12); i++) {
    const word = (words[i] ?? "").replace(/[,.]$/, "");
    const phrase = words.slice(0, i).join(" ");
    if (
      (baseOf(word, "base") !== undefined || /^(?:to|with|be|get|do|avoid|never)$/i.test(word)) &&
      looksLikeAudience(phrase) &&
      !looksLikeAudience(words.slice(0, i + 1).join(" "))
    )
      return { phrase: phrase.replace(/,$/, ""), rest: words.slice(i).join(" ") };
  }
  return takeNounPhrase(text);
}

/** A product phrase, its audience and what follows, each its own finding. */
export function productWithAudience(verb: string, source: string, quote: string, weight: 1 | 2 | 3): Finding[] {
  const seeking =
    /^(.+?),?\s+(?:who is |and )?(?:(?:i'm |we're |i am |we are )?(?:looking|searching|hunting) for|(?:i'm |we're |i am |we are )?(?:writing|reaching out|emailing|pitching|selling|talking|going out) to|(?:i'm |we're )?(?:targeting|contacting|approaching|emailing))\s+(.+)$/i.exec(
      source,
    );
  if (seeking?.[1] !== undefined && seeking[2] !== undefined) {
    const people = takeNounPhrase(seeking[2]);
    if (looksLikeAudience(people.phrase))
      return [
        { slot: "product", value: polishClause(`${verb}${seeking[1]}`), quote, weight },
        ...audienceFindings(people.phrase, people.rest, quote, 2),
      ];
  }
  const said = source;
  const helped =
    /^(?:we |I |it |our [\w -]+ |[A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*)* )(?:also |can )?(?:helps?|lets?|allows?|enables?|gives?|saves?|spares?)\s+(.+)$/i.exec(
      `${verb}${said}`.trim(),
    )?.[1];
  if (helped !== undefined) {
    const { phrase, rest } = helpedPeople(helped);
    if (looksLikeAudience(phrase) && rest !== "")
      return [
        { slot: "product", value: polishClause(`${verb}${said}`), quote, weight },
        ...audienceFindings(phrase, "", quote, 1).slice(0, 1),
      ];
  }
  const event =
    /^(?:we|i)(?:'re| are|'m| am) (?:hosting|holding|organi[sz]ing|running|launching|opening|planning|putting on)\b/i.test(
      `${verb}${said}`,
    );
  if (
    event ||
    (verb === "" &&
      shapeOf(said) === "clause" &&
      !/^(?:it|this|that|[\w ]{2,40}?)(?:'s| is| are) (?:an?|the)\b/i.test(said))
  ) {
    const people = splitAudience(said);
    return [
      { slot: "product", value: polishClause(said), quote, weight },
      ...(people === undefined || /^(?:over |about |around )?\d/.test(people.audience)
        ? []
        : audienceFindings(people.audience, "", quote, 1)),
    ];
  }
  const split =
    splitAudience(said, "to|for|targeting|aimed at|geared towards?|designed for|built for|made for") ??
    buyers(verb, said);
  if (split === undefined || split.before === "")
    return [{ slot: "product", value: polishClause(`${verb}${said}`), quote, weight }];
  if (/^(?:over |more than |about |around |almost |nearly )?\d/.test(split.audience))
    return [
      { slot: "product", value: polishClause(`${verb}${split.before}`), quote, weight },
      { slot: "proof", value: polishClause(`${verb}${said}`), quote, weight: 2 },
    ];
  const after =
    /^(?:that|which|so|and|to)\b/i.test(split.after) &&
    !/^(?:that|which)\s+(?:are|have|struggle|want|need|can't|lose|spend|don't)\b/i.test(split.after)
      ? split.after
      : "";
  const tail = after === "" || /^(?:and (?:they|we|our|i|ask))/i.test(after) ? "" : ` ${after}`;
  return [
    {
      slot: "product",
      value: polishClause(
        `${verb}${split.before.replace(/\s+and (?:sell|supply|deliver|rent|offer|ship|distribute|provide)(?: (?:it|them))?$/i, "")}${tail}`,
      ),
      quote,
      weight,
    },
    ...audienceFindings(split.audience, tail === "" ? split.after : "", quote, 2),
  ];
}

/** "sell standing desks to coworking spaces": whoever is sold to is the audience, known kind or not. */
function buyers(verb: string, said: string): AudienceSplit | undefined {
  if (
    !/^(?:we are|i'm|we're|i am) /i.test(verb) &&
    !/\b(?:sell|offer|supply|provide|rent|lease|deliver|distribute|export|pitch|market|promote|ship|import)\b/i.test(
      `${verb} ${said}`,
    )
  )
    return undefined;
  if (/^(?:we are|i'm|we're|i am) /i.test(verb)) {
    const served = /^(.+?)\s+for\s+(.+)$/i.exec(said);
    const people = served?.[2] === undefined ? undefined : takeNounPhrase(served[2]);
    return served?.[1] !== undefined && people !== undefined && isPluralWord(headNoun(people.phrase))
      ? { before: served[1], audience: people.phrase, after: people.rest }
      : undefined;
  }
  const match = /^(.+?)\s+to\s+(?!be\b|do\b|get\b|make\b|have\b)(.+)$/i.exec(said);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const { phrase, rest } = takeNounPhrase(match[2]);
  return isPluralWord(headNoun(phrase)) && !/^(?:our|us|your|their)\b/i.test(phrase)
    ? { before: match[1], audience: phrase, after: rest }
    : undefined;
}

function readIdentity(said: string, text: string, quote: string): Finding[] {
  const named = /^([A-Z][\w&.'-]*(?:\s+(?:(?:&|and)\s+)?[A-Z][\w&.'-]*){0,3})(?:,\s*(?:and )?(.+))?$/.exec(said);
  if (named?.[1] !== undefined) {
    const findings: Finding[] = [{ slot: "company", value: named[1], quote, weight: 2 }];
    const rest = named[2];
    if (rest !== undefined && /^(?:we|i)\b/i.test(rest)) return [...findings, ...readWe(polishClause(rest), quote)];
    return rest === undefined
      ? findings
      : [
          ...findings,
          ...productWithAudience(
            "We are ",
            rest.replace(/^(?:an?)\s+/i, (word) => word.toLowerCase()),
            quote,
            2,
          ),
        ];
  }
  if (
    /^an? (?:\w+ )?(?:small |little |boutique |new |young |local |family )?(?:company|team|startup|firm|business|agency|studio|shop)$/i.test(
      said,
    )
  )
    return [];
  const who =
    /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?),? (?:from|at|of|with) (\p{Lu}[\w&.'-]*(?: \p{Lu}[\w&.'-]*){0,2})$/u.exec(
      said,
    );
  if (who?.[1] !== undefined && who[2] !== undefined)
    return [
      { slot: "sender", value: who[1], quote, weight: 2 },
      { slot: "company", value: who[2], quote, weight: 2 },
    ];
  if (/^(?:called|named)\s+(.+)/i.test(said))
    return [
      {
        slot: "company",
        value: said.replace(/^(?:called|named)\s+/i, "").split(/\s+(?:and|,)/)[0] ?? said,
        quote,
        weight: 2,
      },
    ];
  if (
    /^an? (?:\w+ )?(?:company|team|startup|firm|business|agency|studio) (?:of \d+|based|from|in|out of)\b/i.test(
      said,
    ) &&
    !/\b(?:that|which|for)\b/i.test(said)
  )
    return [];
  if (/^(?:hosting|holding|organi[sz]ing|running|putting on)\s+(?:an?|the|our)\b/i.test(said))
    return productWithAudience("", text, quote, 2);
  if (/^(?:an?|the (?:makers?|team|people|company|creators?))\b/i.test(said))
    return productWithAudience(/^I\b/.test(text) ? "I'm " : "We are ", lowerFirst(said), quote, 2);
  if (/^(?:based|located|in)\b/i.test(said))
    return [{ slot: "difference", value: polishClause(text), quote, weight: 1 }];
  if (/\b(?:certified|accredited|rated|trusted|used by|in business|family[- ]owned|years|award)\b/i.test(said))
    return [{ slot: "proof", value: polishClause(text), quote, weight: 2 }];
  if (/^(?:the only|the first|cheaper|faster|\d+\s*%|different|unlike|better)\b/i.test(said))
    return [{ slot: "difference", value: polishClause(text), quote, weight: 2 }];
  if (/^(?:going to be|exhibiting|attending|launching|opening|hosting|visiting|at)\b/i.test(said))
    return [{ slot: "event", value: polishClause(text), quote, weight: 2 }];
  if (/\b(?:making|selling|building|offering|producing|running|doing|renting|growing|brewing)\s\S/i.test(said))
    return productWithAudience("", text, quote, 2);
  return [{ slot: "difference", value: polishClause(text), quote, weight: 1 }];
}

function readOwned(said: string, text: string, quote: string): Finding[] {
  const first = said.split(/\s+/)[0] ?? "";
  if (baseOf(first, "past") !== undefined || /^(?:been|worked|helped|done)\b/i.test(first))
    return [{ slot: "proof", value: polishClause(text), quote, weight: 2 }];
  if (
    /^(?:over |more than |about |around |almost |nearly |some )?(?:\d|hundreds|thousands|dozens)[\w,.+]*\s+(?:\w+\s+){0,3}(?:customers?|clients?|users?|years?|members?|sites?|installs?|reviews?|stores?|branches|partners?|schools|clinics|companies|firms)\b/i.test(
      said,
    )
  )
    return [{ slot: "proof", value: polishClause(text), quote, weight: 2 }];
  if (/^(?:no|zero)\b/i.test(said)) return [{ slot: "difference", value: polishClause(text), quote, weight: 2 }];
  if (/\b(?:free|discount|offer|pilot|trial|sale|% off)\b/i.test(said))
    return [{ slot: "offer", value: polishClause(text), quote, weight: 2 }];
  return productWithAudience("We have ", said.replace(/^(?:got )?(?:this|the)\s+/i, "a "), quote, 2);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

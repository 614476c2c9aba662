import { looksLikeAudience, takeNounPhrase, toPlural } from "../nlu/noun-phrase.ts";
import { headNoun, isPluralWord, kindOfNoun } from "../words/number-of.ts";
import { baseOf } from "../words/verb-forms.ts";
import { soundsLikePain } from "./cues.ts";
import type { Finding } from "./finding.ts";
import { polishClause } from "./polish-clause.ts";

/**
 * Findings of an audience and of what is said right behind it: "clinic managers
 * who can't fill shifts" names people and their trouble; "companies that use SAP"
 * only people.
 */
export function audienceFindings(phrase: string, after: string, quote: string, weight: 1 | 2 | 3): Finding[] {
  const relative = /^(?:who|that|which)\s+(.+)$/i.exec(after.trim());
  const said =
    relative?.[1] ??
    (/^(?:struggling|tired|losing|wasting|spending|fed up|sick of|drowning|dealing|stuck|looking)\b/i.test(after.trim())
      ? after.trim()
      : undefined);
  const name = tidyAudience(phrase);
  if (said === undefined) return [{ slot: "audience", value: name, quote, weight }];
  const { clause: relatived, rest } = endOfRelative(said);
  const [verb = "", ...after2] = relatived.split(/\s+/);
  const many =
    relative !== null && !isPluralWord(headNoun(phrase))
      ? /^is$/i.test(verb)
        ? "are"
        : /^has$/i.test(verb)
          ? "have"
          : baseOf(verb, "third")
      : undefined;
  const clause = many === undefined ? relatived : [many, ...after2].join(" ");
  const parted =
    relative === null
      ? null
      : /^(.+?)\s+(?:and|but)\s+((?:hate|struggle|lose|spend|waste|can't|cannot|don't|have trouble|need|miss|fear|worry|are tired|are stuck|still|never|rarely|have to|suffer|fight|dread|want)\b.+)$/i.exec(
          clause,
        );
  if (parted?.[1] !== undefined && parted[2] !== undefined && soundsLikePain(parted[2]) && !soundsLikePain(parted[1]))
    return [
      { slot: "audience", value: `${name} who ${polishClause(parted[1])}`, quote, weight },
      { slot: "pain", value: `they ${polishClause(parted[2])}`, quote, weight: 2 },
    ];
  const trouble =
    soundsLikePain(clause) &&
    !/^(?:run|own|manage|lead|use|sell|make|work|operate|have (?:a|an|at least|more|between|over)|employ|handle|buy)\b/i.test(
      clause,
    );
  const findings: Finding[] = trouble
    ? [
        { slot: "audience", value: name, quote, weight },
        { slot: "pain", value: `they ${polishClause(relative === null ? `are ${clause}` : clause)}`, quote, weight: 2 },
      ]
    : [
        {
          slot: "audience",
          value:
            `${name} ${relative === null ? "" : /^that\b/i.test(after.trim()) && many === undefined ? "that " : "who "}${polishClause(clause)}`.replace(
              /\s+/g,
              " ",
            ),
          quote,
          weight,
        },
      ];
  return rest === "" ? findings : findings;
}

function endOfRelative(text: string): { readonly clause: string; readonly rest: string } {
  const stop =
    /[.;:]|,\s+(?:and |so |but )?(?:we|our|they|i|ask|it)\b|\s+(?:about|with) (?:our|my|a|an|the)\s|\s+(?:and|to) (?:ask|offer|tell|show|invite|pitch|introduce)\b/i.exec(
      text,
    );
  return stop === null
    ? { clause: text, rest: "" }
    : { clause: text.slice(0, stop.index), rest: text.slice(stop.index) };
}

/** The audience as a plural noun phrase fit to stand in a sentence. */
export function tidyAudience(phrase: string): string {
  const one = /^(?:the |a |any )?(?:person|people|individual|one) (?:who|that) (\w+) (.+)$/i.exec(polishClause(phrase));
  const base = /^is$/i.test(one?.[1] ?? "") ? "are" : baseOf(one?.[1] ?? "", "third");
  if (base !== undefined && one?.[2] !== undefined) return `people who ${base} ${one[2]}`;
  const plain = peopleAtPlaces(polishClause(phrase))
    .replace(
      /\s+on \d{1,2}(?:st|nd|rd|th)?\.? \w+$|\s+on (?:mon|tues|wednes|thurs|fri|satur|sun)day.*$|\s+on (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d.*$/i,
      "",
    )
    .replace(/^(?:my|our)\s+/i, "")
    .replace(/^(?:some|a few|a bunch of|a list of|lists? of|\d+ )\s*/i, "")
    .replace(/^(?:potential|prospective|cold|new|other)\s+(?=(?:customers|clients|leads|buyers)\b)/i, "")
    .replace(/\s+(?:as (?:my|our) (?:audience|target))$/i, "");
  const plural = toPlural(plain);
  return plural.replace(/^[A-Z][a-z]+(?=\s[a-z]|$)/, (word) =>
    /^(?:[A-Z][a-z]+)$/.test(word) && looksLikeAudience(plural.toLowerCase()) && !properStart(word)
      ? word.toLowerCase()
      : word,
  );
}

/** "practice managers, vet clinics, 3+ vets": people, then where they work. */
function peopleAtPlaces(text: string): string {
  const [people, place, ...more] = text.split(/,\s+/);
  if (people === undefined || place === undefined || more.length > 1 || /\band\b|\bor\b/i.test(text)) return text;
  return kindOfNoun(headNoun(people)) === "person" && kindOfNoun(headNoun(place)) === "organisation"
    ? `${people} at ${place}`
    : text;
}

const properStarts =
  /^(?:German|French|English|Dutch|Swiss|Swedish|Spanish|Italian|American|British|Canadian|European|Australian|Indian|Nordic|Shopify|Amazon|Etsy|Google|Salesforce|London|Berlin|Texas|California|Catholic|Christian|Jewish|Muslim|Lutheran|Baptist|Methodist|Series|Microsoft|Irish|Scottish|Welsh|Danish|Polish|Austrian|Belgian|Norwegian|Finnish|Mexican|Brazilian|Japanese|Chinese|Bavarian|Montessori|Airbnb|Chicago|Boston|Austin|Denver|Seattle|Portland|Midwest|Midwestern|Southern|Northern|Eastern|Western|Gen|Fortune|Ivy|Linux|Windows|Kubernetes)$/;
function properStart(word: string): boolean {
  return properStarts.test(word);
}

const cues: readonly RegExp[] = [
  /^(?:(?:we|i|you)(?:'re| are|'m| am)?\s*|(?=(?:trying|looking|hoping|going|planning|want|wanna|need) to ))(?:currently |now |also |mainly |mostly |trying to |looking to |going to |hoping to |planning to |want to |wanna |need to |would like to |'d like to |like to |plan to )*(?:target(?:ing)?|reach(?:ing)?(?: out)?(?: to)?|contact(?:ing)?|approach(?:ing)?|writ(?:e|ing)(?: (?:an email|a cold email|emails|a note|a message))? to|email(?:ing)?|mail(?:ing)?|pitch(?:ing)? to|sell(?:ing)? to|talk(?:ing)? to|speak(?:ing)? (?:to|with)|get in touch with|connect(?:ing)? with|go(?:ing)? after|look(?:ing)? for|prospect(?:ing)?(?: into)?|serve|serving|focus(?:ing|ed)? on|cater(?:ing)? to|message|messaging|get in front of|sell into|market(?:ing)? to)\s+(.+)$/i,
  /^(?:the |our |my )?(?:main |primary |ideal |key |core |typical )?(?:target(?:s| audience| market| group| customers?| buyers?| persona)?|audience|customers?|clients?|buyers?|prospects?|leads?|recipients?|readers?|icp|list|persona|people (?:on (?:the|this|my|our) list|i'm (?:emailing|writing to|contacting)|we (?:target|sell to|contact|want to reach))|emails? (?:is|are) for|email goes to|mail goes to)\s*(?:is|are|would be|will be|should be|being|=|:|goes to|consists? of|includes?|mostly|mainly)\s+(?:mostly |mainly |all |usually |typically |generally |made up of |going to be |for |to )*(.+)$/i,
  /^(?:they|these|those|recipients)(?:'re| are)\s+(?:all |mostly |mainly |usually |typically |generally )*(.+)$/i,
  /^(?:it|this|this one|the email|the mail|the message|the campaign|the first email|that one|email|mail|the product|the service|the tool|the app|the software)(?:'s| is| goes| should go| would go| will go| goes out| should be| needs to go| needs to be)?\s+(?:meant |intended |aimed |addressed |going |directed |out |mainly |mostly |best |just |primarily |built |made |designed |geared )*(?:for|to|at|towards?)\s+(.+)$/i,
  /^(?:help me |helping me |i need help |help us )?(?:to )?(?:reach|reaching|contact|approach|write to|email|pitch|get in touch with|talk to|target)(?: out to)?\s+(.+)$/i,
  /^(?:target|targeting|targeted at|aimed at|aim at|aiming at|reach|reaching|contact|contacting|approach|go after|going after|focus on|focusing on|address|addressing|write to|writing to|email|emailing|pitch to|sell to|selling to|for|to|outreach to|prospecting|send (?:it|this) to|directed at|geared towards?|looking for)\s+(.+)$/i,
];

/** Who is written to, when a clause says so. */
export function readAudience(text: string, quote: string, asked: boolean): Finding[] {
  for (const [index, cue] of cues.entries()) {
    const said = cue.exec(text)?.[1]?.trim();
    if (said === undefined) continue;
    const { phrase, rest } = takeNounPhrase(said);
    if (phrase === "" || /^(?:you|me|us|them|it|him|her|this|that|free|sale)\b/i.test(phrase)) continue;
    const fragment =
      /^for\s+(?:the\s+|all\s+)?[a-z]/i.test(text) &&
      rest === "" &&
      phrase.split(/\s+/).length <= 6 &&
      isPluralWord(headNoun(phrase)) &&
      !/^\d/.test(phrase);
    const known = looksLikeAudience(phrase) || fragment;
    if (known || index === 1 || asked) return audienceFindings(phrase, rest, quote, known ? 2 : 1);
  }
  return [];
}

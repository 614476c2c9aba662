import { anyOf } from "../any-of.ts";
import type { FoundClaim } from "./detect-numeric.ts";

const word = "(?:\\p{Ll}{1,12})?\\p{Lu}[\\p{L}\\p{N}]*(?:[&’'.-][\\p{L}\\p{N}]+)*";
const name = `${word}(?:(?: (?:of|the|and|&) | )${word}){0,5}`;
const team =
  "(?:the )?(?:(?:\\p{Ll}+ )?(?:team|teams|folks|people|guys|crew|founders?|owners?)(?: \\p{Ll}+)? (?:at|of|from|behind) )?(?:\\p{Ll}+ (?:like|such as|including) )?";
const organisations =
  "companies teams firms agencies brands peers businesses stores shops startups organisations organizations leaders folks others hospitals clinics schools hotels restaurants retailers manufacturers banks insurers universities colleges charities practices builders makers wards dealers studios publishers nonprofits merchants distributors operators carriers airlines farms breweries gyms dentists labs accountants lawyers founders owners managers directors customers clients partners investors groups chains councils garages offices plants factories providers vendors sellers landlords"
    .split(" ")
    .map((noun) => `[${noun.charAt(0).toUpperCase()}${noun.charAt(0)}]${noun.slice(1)}`)
    .join("|");
const contexts: readonly RegExp[] = [
  new RegExp(
    `\\b(?:helped|helping|worked with|working with|[Ww]e (?:also )?work with|partnered with|trusted by|used by|customers? at|clients? at|(?:clients?|customers?) (?:like|such as|including|is|are|named|called))(?:,)? ${team}(?<name>${name})`,
    "dgu",
  ),
  new RegExp(`\\b(?:${organisations}) (?:like|such as|including|at) (?<name>${name})`, "dgu"),
  new RegExp(
    `\\b(?:competitors?|rivals?|peers?|neighbou?rs?|colleagues?|counterparts?|friends|people|folks|team|teams) (?:over )?(?:at|from) (?<name>${name})`,
    "dgu",
  ),
  new RegExp(
    `\\b(?:[Aa]ccording to|[Rr]esearch (?:by|from)|[Ss]tudy (?:by|from)|[Ss]tudies (?:by|from)|[Rr]eport (?:by|from)|[Dd]ata from|[Ss]urvey (?:by|from)|[Ff]eatured in|[Rr]ecommended by|[Ss]eat at|[Aa]s seen in) (?:the |a |an )?(?<name>${name})`,
    "dgu",
  ),
  new RegExp(
    `\\b[Ww]e(?:[’']ve)? (?:just |recently |already )?(?:cut|did|built|ran|got|took|\\p{Ll}+ed)\\b[^.?!]{0,80} (?:for|at|with) (?<name>${name})(?=[.,!?]| (?:last|this|in|and|by|to|from)\\b|$)`,
    "dgu",
  ),
  new RegExp(
    `(?<=^|[\\s(“"])(?<name>${name}) (?:\\p{Ll}+ly )?(?:cut|saved|grew|doubled|tripled|reduced|increased|boosted|dropped|halved|recovered|reached|shortened|went from|got (?:back|rid)|gained|closed|booked|found|used|uses|reports?|estimates?)\\b`,
    "dgu",
  ),
];

const common = new Set(
  (
    "i you we they he she it our your their my his her this that these those most many some one two three every each all no who what which when where why how if and but so or as at in on by for from to with then here there " +
    "one nobody everyone someone customers clients companies teams team agencies firms brands people founders owners finance sales marketing operations support engineering product hr it legal data cfo cfos ceo ceos coo cto cmo cro vp vps head heads director directors manager managers b2b b2c saas smb smbs crm erp kpi kpis us usa uk eu emea apac dach english german french spanish q1 q2 q3 q4 series seed fortune " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday last since after before once by another others both several few leads lead reps rep buyers users employees staff accountants lawyers recruiters managers results result revenue costs time invoices churn response"
  ).split(" "),
);
const audience = anyOf(
  [
    String.raw`stores?|shops?|teams?|users?|sellers?|agenc(?:y|ies)|compan(?:y|ies)|customers?|admins?`,
    String.raw`merchants?|brands?|owners?|managers?|consultants?|firms?|startups?|businesses|founders|leaders`,
    String.raw`professionals|practices|partners|resellers|developers|marketers|vendors|accounts|clients`,
    String.raw`projects|workflows?|data|integrations?`,
  ],
  "u",
  String.raw`^(?:[- ]based)?[- ](?:\p{Ll}+[- ])?*\b`,
);

/**
 * Names of customers, events and sources that a sentence leans on: "helped X", "teams like X", "X cut …", "according to X".
 * Names that the lexicon holds, job titles, places in the calendar and product names in front of an audience ("X stores") are left out.
 */
export function detectNamed(sentence: string, names: readonly string[]): FoundClaim[] {
  const known = names.map((one) => one.toLowerCase());
  const found: FoundClaim[] = [];
  for (const pattern of contexts) {
    for (const match of sentence.matchAll(pattern)) {
      const [from, to] = match.indices?.groups?.["name"] ?? [0, 0];
      for (const [start, end] of parts(sentence, from, to)) {
        const claim = trim(sentence, start, end);
        if (
          claim === undefined ||
          isKnown(sentence.slice(claim.from, claim.to), known) ||
          audience.test(sentence.slice(claim.to, claim.to + 40))
        )
          continue;
        if (!found.some((other) => other.from < claim.to && claim.from < other.to)) found.push(claim);
      }
    }
  }
  return found;
}

/** "A and B" are two names, each in want of its own evidence. */
function parts(sentence: string, from: number, to: number): [number, number][] {
  const cuts = Array.from(sentence.slice(from, to).matchAll(/ and /g), ({ index }) => from + index);
  return [from, ...cuts.map((cut) => cut + 5)].map((start, index) => [start, cuts[index] ?? to]);
}

/** Drop ordinary words that are only capital because a sentence begins; nothing left means no name. */
function trim(sentence: string, from: number, to: number): FoundClaim | undefined {
  const words = Array.from(sentence.slice(from, to).matchAll(/\S+/g));
  const isCommon = (text: string): boolean =>
    common.has(
      text
        .toLowerCase()
        .replace(/[’']s$/, "")
        .replaceAll(/[^\p{L}\p{N}]/gu, ""),
    );
  const first = words.findIndex(([text]) => !isCommon(text));
  const last = words.findLastIndex(([text]) => !isCommon(text));
  const start = words[first];
  const end = words[last];
  if (start === undefined || end === undefined) return undefined;
  const claim = { from: from + start.index, to: from + end.index + end[0].length };
  const startsSentence = sentence.slice(0, claim.from).trim() === "";
  const single = first === last && /^\p{Lu}\p{Ll}+$/u.test(start[0]);
  return startsSentence && single && /(?:s|ing|ed|ly)$/.test(start[0]) ? undefined : claim;
}

function isKnown(text: string, known: readonly string[]): boolean {
  const folded = text.toLowerCase().replace(/[’']s$/, "");
  return known.some(
    (one) =>
      one !== "" &&
      (one === folded || (one.length >= 4 && folded.includes(one)) || (folded.length >= 4 && one.includes(folded))),
  );
}

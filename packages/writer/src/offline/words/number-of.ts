import { massNouns, organisationNouns, personNouns } from "./nouns.ts";

const irregularPlurals: Readonly<Record<string, string>> = {
  person: "people",
  man: "men",
  woman: "women",
  child: "children",
  fisherman: "fishermen",
  foreman: "foremen",
  salesperson: "salespeople",
  businessman: "businessmen",
  craftsman: "craftsmen",
  tradesman: "tradesmen",
  wife: "wives",
  midwife: "midwives",
  life: "lives",
  shelf: "shelves",
  staff: "staff",
  head: "heads",
  alumnus: "alumni",
  "decision-maker": "decision-makers",
};
const singularOf = new Map(Object.entries(irregularPlurals).map(([one, many]) => [many, one]));
const pluralOnly = new Set([
  "people",
  "folks",
  "men",
  "women",
  "children",
  "staff",
  "alumni",
  "clergy",
  "police",
  "personnel",
  "faculty",
  "parents",
  "leadership",
]);
const singularInS = new Set([
  "business",
  "sales",
  "logistics",
  "analytics",
  "process",
  "access",
  "news",
  "boss",
  "class",
  "glass",
  "campus",
  "bus",
  "gas",
  "saas",
  "ops",
  "operations",
  "hr",
  "success",
  "fitness",
  "wellness",
  "congress",
  "press",
  "status",
  "chaos",
  "virus",
  "physics",
  "ethics",
  "economics",
  "mathematics",
  "electronics",
  "express",
  "across",
  "less",
  "mess",
  "loss",
  "focus",
  "bonus",
  "basis",
  "analysis",
  "canvas",
  "compass",
  "dress",
  "address",
  "harness",
  "mattress",
  "illness",
  "always",
  "is",
  "was",
  "its",
  "this",
  "us",
  "plus",
  "ms",
  "gps",
  "aws",
  "pos",
  "ios",
  "kubernetes",
  "salesforce",
  "series",
]);

/** The word for more than one: owner → owners, agency → agencies. Keeps capitals (CFO → CFOs). */
export function pluralise(word: string): string {
  const lower = word.toLowerCase();
  const irregular = irregularPlurals[lower];
  if (irregular !== undefined) return irregular;
  if (isPluralWord(word)) return word;
  if (/^[A-Z]{2,}$/.test(word)) return `${word}s`;
  if (/(?:s|x|z|ch|sh)$/.test(lower)) return `${word}es`;
  return /[^aeiou]y$/.test(lower) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** The word for one: agencies → agency. */
export function singularise(word: string): string {
  const lower = word.toLowerCase();
  const irregular = singularOf.get(lower);
  if (irregular !== undefined) return irregular;
  if (singularInS.has(lower) || !lower.endsWith("s") || lower.endsWith("ss")) return word;
  if (lower.endsWith("ies") && lower.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(lower)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Whether one word is a plural noun, by its ending and a list of exceptions. */
export function isPluralWord(word: string): boolean {
  const lower = word.toLowerCase().replace(/[^a-z'-]/g, "");
  if (pluralOnly.has(lower) || /[a-z](?:men|women)$/.test(lower)) return true;
  if (singularInS.has(lower) || massNouns.has(lower)) return false;
  return /[^s'u]s$/.test(lower) || /(?:sses|ues|menus)$/.test(lower);
}

/** The noun that a noun phrase is about: "heads of HR at hospitals" → "heads"; "dental lab owners" → "owners". */
export function headNoun(phrase: string): string {
  const bare = phrase.replace(/^(?:the|a|an|our|my|their|your|this|these|those|some)\s+/i, "");
  const front =
    bare.split(
      /\s+(?:at|in|of|for|with|from|who|that|which|to|on|by|without|across|around|near|under|over|and|or|within|based|instead|using|looking|running|doing|working|like)\s+|[,(/:;]|\s[-–—]\s/i,
    )[0] ?? bare;
  const words = front.trim().split(/\s+/);
  return words.at(-1) ?? "";
}

/** Whether a noun phrase takes "are". */
export function isPluralPhrase(phrase: string): boolean {
  if (
    /\b(?:and|&)\b/.test(phrase.split(/\s+(?:that|which|who|for|to|with|of|at|in)\s+/i)[0] ?? "") &&
    /^(?:[\w'-]+\s+){0,4}(?:and|&)\s/.test(phrase) &&
    !/^(?:a|an|our)\s/i.test(phrase)
  )
    return true;
  return isPluralWord(headNoun(phrase));
}

/** The kind of people or organisation a word names, or undefined. */
export function kindOfNoun(word: string): "person" | "organisation" | undefined {
  const one = singularise(word.toLowerCase().replace(/[^a-z-]/g, ""));
  if (personNouns.has(one)) return "person";
  if (organisationNouns.has(one)) return "organisation";
  if (
    /^\w{2,}(?:stores|shops|houses|yards|studios|centers|centres|schools|farms|markets|works|pizzerias|bistros|inns|halls|clubs|labs|banks)$/.test(
      word.toLowerCase(),
    ) ||
    /^\w{2,}(?:store|shop|yard|school|farm|bank)$/.test(one)
  )
    return "organisation";
  if (/(?:sman|swoman|people|folks|team|teams)$/.test(word.toLowerCase())) return "person";
  return undefined;
}

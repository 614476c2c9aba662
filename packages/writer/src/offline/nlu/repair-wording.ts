import { properWords } from "./proper-words.ts";

const textisms: readonly (readonly [RegExp, string])[] = [
  [/\bw\/o\b/gi, "without"], [/\bw\/(?=\s|[a-z])/gi, "with "], [/\bb\/c\b/gi, "because"], [/\b(?:cuz|coz|bc)\b/gi, "because"], [/\bppl\b/gi, "people"], [/\babt\b/gi, "about"], [/\bu\b(?!\.)/g, "you"], [/\bur\b/g, "your"], [/\bpls\b|\bplz\b/gi, "please"],
  [/\bthx\b/gi, "thanks"], [/\bsmth\b/gi, "something"], [/\btho\b/gi, "though"], [/\bmgrs\b/gi, "managers"], [/\bmgr\b/gi, "manager"], [/\bmgmt\b/gi, "management"], [/\bcos\b(?=\s+(?:of|in|with|that|at)\b)/gi, "companies"], [/\bmins\b/gi, "minutes"], [/\b(\d+)\s*min\b\.?/gi, "$1 minute"], [/\bhrs\b/gi, "hours"], [/\b(\d+)\s*hr\b/gi, "$1 hour"],
  [/\bgonna\b/gi, "going to"], [/\bwanna\b/gi, "want to"], [/\bgotta\b/gi, "have to"], [/\b(?:'em|em)\b/g, "them"], [/\bdont\b/gi, "don't"], [/\bcant\b/gi, "can't"], [/\bdoesnt\b/gi, "doesn't"], [/\bwont\b/gi, "won't"], [/\bisnt\b/gi, "isn't"], [/\barent\b/gi, "aren't"], [/\btheyre\b/gi, "they're"], [/\bim\b/g, "I'm"], [/\bive\b/g, "I've"], [/\bweve\b/gi, "we've"], [/\bwe re\b/gi, "we're"], [/\btheres\b/gi, "there's"], [/\bthats\b/gi, "that's"], [/\bhavent\b/gi, "haven't"],
  [/\brecieve/gi, "receive"], [/\bseperate/gi, "separate"], [/\bcustomes\b/gi, "customers"], [/\bcostumers\b/gi, "customers"], [/\bbuisness/gi, "business"], [/\bsoftwares\b/gi, "software"], [/\bequipments\b/gi, "equipment"], [/\bmanger(s?)\b/gi, "manager$1"], [/\bcompanys\b/gi, "companies"], [/\bthier\b/gi, "their"], [/\bteh\b/gi, "the"], [/\balot\b/gi, "a lot"], [/\bdefinately\b/gi, "definitely"], [/\bmaintainance\b/gi, "maintenance"], [/\bcalender/gi, "calendar"], [/\bresturant/gi, "restaurant"], [/\bappointmnt/gi, "appointment"], [/\bwich\b/gi, "which"], [/\boccured\b/gi, "occurred"], [/\bmanagment\b/gi, "management"], [/\baddmin/gi, "admin"], [/\binvoces\b/gi, "invoices"], [/\bshedul/gi, "schedul"],
  [/(?<=[a-z])\s*\+\s*(?=[a-z])/g, " and "], [/(?<=[a-z])\s+&\s+(?=[a-z])/g, " and "], [/\b(?:lol|haha+|tbh|btw|imo|imho|fyi|lmao|ok so|you know|kinda|sort of like)\b,?\s*/gi, ""], [/\s*\betc\b\.?/gi, ""], [/\bfor eg\b|\bfor e\.g\.?\b/gi, "for example"], [/\bmonday|\btuesday|\bwednesday|\bthursday|\bfriday|\bsaturday|\bsunday/g, "\u0000$&"],
];

/**
 * The user's wording made fit to stand in an email: chat shorthand spelled out,
 * known spellings repaired, names and acronyms in capitals, no shouting, no
 * dashes between words. Meaning, figures and order of words stay.
 */
export function repairWording(source: string): string {
  let text = source.replace(/\s+/g, " ").trim();
  for (const [pattern, replacement] of textisms) text = text.replace(pattern, replacement);
  text = text.replace(/\u0000(\w)/g, (_, letter: string) => letter.toUpperCase());
  text = quiet(text);
  text = text.replace(/[A-Za-z][\w'’-]*/g, (word) => properWords.get(word.toLowerCase()) ?? word);
  text = text.replace(/\bi(?=\b(?!\.)|')/g, "I").replace(/\bit (manager|director|lead|team|head|department|admin|leader|support|service|security|company|companies|firm|firms|staff|consult|ops|operations|buyers?|professional|decision)/gi, "IT $1");
  text = text.replace(/(\d)\s*-\s*(?=\d)/g, "$1-").replace(/(?<!\d)\s+-+\s+/g, ", ").replace(/(\d)\s+-+\s+(?=[A-Za-z])/g, "$1, ");
  text = text.replace(/\s*[()]\s*/g, (bracket) => (bracket.includes("(") ? " (" : ") ")).replace(/\*\*|__|`/g, "");
  text = text.replace(/!+/g, ".").replace(/\.{2,}/g, ".").replace(/\s+([,.;:?])/g, "$1").replace(/,\s*,/g, ",").replace(/\s{2,}/g, " ").trim();
  return text.replace(/\p{Extended_Pictographic}\uFE0F?/gu, "").trim();
}

/** Capitals used for shouting go down; short acronyms and words with digits stay. */
function quiet(text: string): string {
  const words = text.match(/\b[A-Za-z]{2,}\b/g) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase());
  if (words.length > 4 && loud.length / words.length > 0.6) return capitalise(text.toLowerCase());
  return text.replace(/\b[A-Z]{6,}\b/g, (word) => (shoutable.has(word.toLowerCase()) ? word.toLowerCase() : word));
}

const shoutable = new Set("please always really never important urgent without everything nothing should because cannot actually definitely absolutely amazing everyone before online simple faster cheaper double triple instant guaranteed finally".split(" "));

/** First letter in capitals; a variable or digit in front stays. */
export function capitalise(text: string): string {
  return text.replace(/^(["'(]*)(\p{Ll})/u, (_, lead: string, letter: string) => lead + letter.toUpperCase());
}

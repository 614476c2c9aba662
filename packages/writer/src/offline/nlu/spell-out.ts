const shorthand: readonly (readonly [RegExp, string])[] = [
  [/\bw\/o\b/gi, "without"], [/\bw\/(?=\s|[a-z])/gi, "with "], [/\bb\/c\b/gi, "because"], [/\b(?:cuz|coz)\b/gi, "because"], [/\bppl\b/gi, "people"], [/\babt\b/gi, "about"], [/\bu\b(?!\.)/g, "you"], [/\bur\b/g, "your"], [/\b(?:pls|plz)\b/gi, "please"], [/\b(c[efotmirp]o|ciso|chro|vp|svp|gp|pm)'s\b(?=\s+(?:at|in|of|for|from|and|or|who|with)\b|[,.]|$)/gi, "$1s"],
  [/\b(?:thx|thanx)\b/gi, "thanks"], [/\bsmth\b/gi, "something"], [/\btho\b/gi, "though"], [/\bmgrs\b/gi, "managers"], [/\bmgr\b/gi, "manager"], [/\bmgmt\b/gi, "management"], [/\bmins\b/gi, "minutes"], [/\b(\d+)\s*-?\s*min\b\.?(?=\s+(?:to|and|or|per|each|a|flat|in|by|from)\b|\s*[,;)]|\s*$)/gi, "$1 minutes"], [/\b(\d+)\s*-?\s*min\b\.?/gi, "$1 minute"], [/\bhrs\b/gi, "hours"], [/\b(\d+)\s*hr\b/gi, "$1 hour"],
  [/\bgonna\b/gi, "going to"], [/\bwanna\b/gi, "want to"], [/\bgotta\b/gi, "have to"], [/(?<=\s)'?em\b/g, "them"], [/\bdont\b/gi, "don't"], [/\bcant\b/gi, "can't"], [/\bdoesnt\b/gi, "doesn't"], [/\bwont\b/gi, "won't"], [/\bisnt\b/gi, "isn't"], [/\barent\b/gi, "aren't"], [/\btheyre\b/gi, "they're"], [/\bim\b/g, "I'm"], [/\bive\b/g, "I've"], [/\bweve\b/gi, "we've"], [/\btheres\b/gi, "there's"], [/\bthats\b/gi, "that's"], [/\bhavent\b/gi, "haven't"],
  [/\bre:\s*/gi, "about "], [/\bwe got (?=an?\b|this\b|the\b|our\b|some\b|\d)/gi, "we have "], [/\bcustomes\b|\bcostumers\b/gi, "customers"], [/\bbuisness/gi, "business"], [/\brecieve/gi, "receive"], [/\bseperate/gi, "separate"], [/\bmanger(s?)\b/gi, "manager$1"], [/\bthier\b/gi, "their"], [/\bteh\b/gi, "the"], [/\balot\b/gi, "a lot"], [/\bmaintainance\b/gi, "maintenance"], [/\bcalender/gi, "calendar"], [/\bresturant/gi, "restaurant"], [/\bwich\b/gi, "which"], [/\bmanagment\b/gi, "management"], [/\bshedul/gi, "schedul"], [/\bsoftwares\b/gi, "software"], [/\bequipments\b/gi, "equipment"],
  [/(?<=[a-z])\s*\+\s*(?=[a-z])/g, " and "], [/\b(?:lol|haha+|tbh|btw|imo|imho|fyi|lmao)\b[,.]?\s*/gi, ""],
];

/** Chat shorthand and everyday misspellings spelled out; text in double quotes stays as typed. */
export function spellOut(text: string): string {
  return text
    .split(/("[^"]*")/)
    .map((piece) => (piece.startsWith('"') ? piece : shorthand.reduce((result, [pattern, words]) => result.replace(pattern, words), piece)))
    .join("");
}

import { capitalise } from "../nlu/repair-wording.ts";
import { sentence, wordCount } from "../plan/sentence.ts";

const wordy: readonly (readonly [RegExp, string])[] = [
  [/^that is why (?=we\b|I\b)/i, ""],
  [/^that's why (?=we\b|I\b)/i, ""],
  [/^it is common: /i, ""],
  [/^to address this, /i, ""],
  [/^for this purpose, /i, ""],
  [/^it seems that /i, ""],
  [/^so (?=we\b|I\b)/i, ""],
  [/\bin order to\b/gi, "to"],
  [/\ba (?:lot|large number) of (?=(?:[a-z]+ )?[a-z]+[^su\W]s\b)/gi, "many "],
  [/\ba lot of (?=(?:time|money|work|effort|paper|space|energy|food|water|stock)\b)/gi, "much "],
  [/\bat the moment\b|\bat this point in time\b/gi, "now"],
  [/\bdue to the fact that\b/gi, "because"],
  [/\bon a (daily|weekly|monthly|regular) basis\b/gi, "$1"],
  [/\bevery single\b/gi, "every"],
  [/\bin the process of\s+/gi, ""],
  [/\ball of the\b/gi, "all the"],
  [/\bas well as\b/gi, "and"],
  [/\bbe able to\b/gi, "can"],
  [/\bhave the ability to\b/gi, "can"],
  [/\b(?:has|have) to deal with\b/gi, "face"],
  [/\bhave to\b/gi, "must"],
  [/\bthe fact that\b/gi, "that"],
  [/\bfor just that reason\b/gi, "for that"],
  [/\s+(?:too|as well|in general|overall|of course|these days|right now)(?=[.?!]$)/gi, ""],
  [
    /\b(?:really|very|just|simply|actually|currently|basically|quite|rather|literally|easily|quickly|extremely|highly|truly)\s+(?=[a-z])/gi,
    "",
  ],
  [/\s*\([^)]*\)/g, ""],
];

/** A shorter wording of one sentence with the same meaning; the same text when there is none. Figures stay. */
export function compress(text: string): string {
  const plain = wordy
    .reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
    .replace(/\s{2,}/g, " ");
  const lighter = capitalise(plain.trim());
  return wordCount(lighter) < wordCount(text) ? lighter : text;
}

/** The sentence without its last side clause or tail phrase; undefined when nothing can go or a figure would be lost. */
export function dropTail(text: string): string | undefined {
  if (text.endsWith("?")) return undefined;
  const tails = [
    /,\s+(?:which|so that|so|and|but|while|with|including|especially|even|because|from|without|instead of)\b[^,]*[.]$/i,
    /\s+(?:so that|because|while|without|instead of|whenever|including|especially|even when|even though)\s[^,]*[.]$/i,
    /\s+(?:so|and) (?:you|they|we|it)\b[^,]*[.]$/i,
    /\s+(?:by hand|in one place|every (?:day|week|month)|on average|across \w+|for (?:many|most) \w+|(?:last|this) (?:year|month|week|season|quarter|winter|summer|spring|autumn|fall)|in (?:one|a) (?:year|month|week|day))[.]$/i,
  ];
  for (const tail of tails) {
    const match = tail.exec(text);
    if (match === null || /\d/.test(match[0])) continue;
    const front = text.slice(0, match.index);
    if (wordCount(front) >= 5) return sentence(front);
  }
  return undefined;
}

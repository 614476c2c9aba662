import { anyOf } from "../any-of.ts";
import { readDigits, readSmall, readWords, scales, spelt } from "./number-words.ts";
import type { Span } from "../span.ts";

/** What a figure counts: `plain` when the text does not say, or says a noun. Time units stand for themselves. */
export type FigureUnit =
  | "percent"
  | "money"
  | "times"
  | "year"
  | "plain"
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "decade";

/** A figure as written, with its meaning. */
export interface Figure extends Span {
  readonly text: string;
  readonly value: number;
  readonly unit: FigureUnit;
  /** How the words before it blur it: "about 40", "over 40", "nearly 40". */
  readonly blur: "exact" | "about" | "over" | "under";
  /** For money, when the text names one. */
  readonly currency: string | null;
}

const blurBefore = [
  String.raw`(?<about>about|around|roughly|approximately|approx\.|some|circa)`,
  String.raw`(?<over>over|more than|at least|above|upwards of)`,
  String.raw`(?<under>nearly|almost|just under|under|less than|close to|up to|as much as)`,
].join("|");
const scaleAfter = [
  String.raw`\s?(?<letter>k|m|mm|mn|b|bn)(?![\p{L}\p{N}])`,
  String.raw`[- ](?<scale>hundred|thousand|million|billion|dozen)s?\b`,
].join("|");
const unitAfter = [
  String.raw`\s?(?<percent>%%?|pct\b|percent\b|per cent\b|percentage points?\b)`,
  String.raw`[- ]?(?<times>[x×](?![\p{L}\p{N}])|times\b(?!\s+(?:a|per|each|to|when|you)\b)|fold\b)`,
  String.raw`\s?(?<coin>[$€£¥]|USD\b|EUR\b|GBP\b|CHF\b|dollars?\b|euros?\b|pounds?\b|bucks\b)`,
  String.raw`[- ](?:(?:full|working|business|whole|extra|calendar|short)[- ])?(?<time>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|quarters?|decades?)\b`,
].join("|");
const clockTime = String.raw`(?:\s?(?:and|to|or|[-–])\s?\d{1,2}(?::\d\d)?)?\s?(?:[ap]m\b|[ap]\.m|o[’']clock)`;
const grouped = String.raw`\d{1,3}(?:[,.’'\u00A0\u202F ]\d{3})+(?:[.,]\d{1,2})?(?!\d)`;
const digits = String.raw`(?<![\p{L}\p{N}_.,:/#]|(?<!\d)-)(?<digits>${grouped}|\d+(?:[.,]\d+)?)(?!\d|[:/]\d|${clockTime})`;
const words = String.raw`\b(?<!\p{L})(?<words>${spelt}|(?<dozen>dozens? of\b))`;
const number = new RegExp(
  [
    String.raw`(?:\b(?<!\p{L})(?:${blurBefore})\s*|(?<tilde>~|≈)\s*)?`,
    String.raw`(?<currency>[$€£¥]\s?|\b(?:USD|EUR|GBP|CHF)\s)?`,
    `(?:${digits}|${words})`,
    String.raw`(?:${scaleAfter})?\+?(?:${unitAfter})?(?![\p{L}\d])`,
  ].join(""),
  "giu",
);
const fraction = anyOf(
  [
    String.raw`\b(?<twoThirds>two[- ]thirds)\b|\b(?<threeQuarters>three[- ]quarters)\b`,
    String.raw`\b(?<half>(?:in|by) half|half (?:of|the|their|your|as)\b|halv(?:ed|es|ing))`,
    String.raw`\b(?<third>(?:a|one)[- ]third (?:of|less|more|fewer|faster)|by (?:a|one)[- ]third)`,
    String.raw`\b(?<quarter>(?:a|one)[- ]quarter (?:of|less|more|fewer|faster)|by (?:a|one)[- ]quarter)`,
    String.raw`\b(?<double>doubl(?:ed|es|ing)\b|double (?:the|their|your|its)\b|twice (?:as|the)\b|two-?fold)`,
    String.raw`\b(?<triple>tripl(?:ed|es|ing)\b|triple (?:the|their|your|its)\b|threefold)`,
    String.raw`\b(?<quadruple>quadrupl(?:ed|es|ing)\b)|\b(?<tenfold>ten-?fold)`,
    String.raw`\b(?<halfDay>half an? (?:working )?day)\b|\b(?<halfWeek>half a week)\b`,
    String.raw`\b(?<part>one|two|three|four|five|six|seven|eight|nine|\d{1,2}) (?:in|out of)(?: every)? (?<whole>two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b(?![ -](?:second|minute|hour|day|week|month|year)|%|[.,]\d)`,
  ],
  "giu",
);
const fractions: Readonly<Record<string, readonly [number, FigureUnit]>> = {
  twoThirds: [66.7, "percent"],
  threeQuarters: [75, "percent"],
  half: [50, "percent"],
  third: [33.3, "percent"],
  quarter: [25, "percent"],
  double: [2, "times"],
  triple: [3, "times"],
  quadruple: [4, "times"],
  tenfold: [10, "times"],
  halfDay: [0.5, "day"],
  halfWeek: [0.5, "week"],
};

/** Every figure of a text, in digits or in words, in order. Linear in the text. */
export function findFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const found of text.matchAll(fraction)) {
    const groups = found.groups ?? {};
    const name = Object.keys(groups).find((key) => groups[key] !== undefined) ?? "";
    const share =
      groups["whole"] === undefined ? undefined : (100 * readSmall(groups["part"])) / readSmall(groups["whole"]);
    if (share !== undefined && share >= 100) continue;
    const [value, unit] = share === undefined ? (fractions[name] ?? [0, "plain"]) : [share, "percent" as const];
    const words = found[0].trimEnd();
    figures.push({
      text: words,
      from: found.index,
      to: found.index + words.length,
      value,
      unit,
      blur: "exact",
      currency: null,
    });
  }
  for (const found of text.matchAll(number)) {
    const figure = readNumber(found);
    if (!figures.some((other) => other.from < figure.to && figure.from < other.to)) figures.push(figure);
  }
  const sorted = figures.toSorted((a, b) => a.from - b.from);
  return sorted.map((figure, i) => shareUnit(figure, sorted[i - 1], sorted[i + 1], text));
}

/** A unit said once holds for both ends: "10 to 15 minutes", "from five days to two". */
function shareUnit(figure: Figure, before: Figure | undefined, after: Figure | undefined, text: string): Figure {
  if (figure.unit !== "plain") return figure;
  if (after !== undefined && /^\s?(?:[-–—]|to|or)\s?$/.test(text.slice(figure.to, after.from)))
    return { ...figure, unit: after.unit, currency: after.currency };
  const follows =
    before !== undefined && /^ (?:down |up )?(?:to|or) (?:just |only )?$/.test(text.slice(before.to, figure.from));
  return follows && !/^[- ]\p{L}+s\b/u.test(text.slice(figure.to, figure.to + 20))
    ? { ...figure, unit: before.unit, currency: before.currency }
    : figure;
}

function readNumber(found: RegExpExecArray | RegExpMatchArray): Figure {
  const groups = found.groups ?? {};
  const scale = scales[(groups["letter"] ?? groups["scale"] ?? "").toLowerCase()] ?? 1;
  const base = groups["digits"] === undefined ? readWords(groups["words"] ?? "") : readDigits(groups["digits"]);
  const value = base * scale;
  const blur =
    groups["about"] !== undefined || groups["tilde"] !== undefined
      ? "about"
      : groups["over"] !== undefined || found[0].includes("+")
        ? "over"
        : groups["under"] !== undefined
          ? "under"
          : "exact";
  const from = found.index ?? 0;
  return {
    text: found[0],
    from,
    to: from + found[0].length,
    value,
    unit: unitOf(groups, value),
    blur,
    currency: currencyOf(groups["currency"] ?? groups["coin"]),
  };
}

function currencyOf(written: string | undefined): string | null {
  const name = written?.trim().toLowerCase() ?? "";
  const all: readonly (readonly [string, RegExp])[] = [
    ["usd", /^(?:\$|usd|dollar|buck)/],
    ["eur", /^(?:€|eur)/],
    ["gbp", /^(?:£|gbp|pound)/],
  ];
  return name === "" ? null : (all.find(([, pattern]) => pattern.test(name))?.[0] ?? name);
}

function unitOf(groups: Record<string, string | undefined>, value: number): FigureUnit {
  if (groups["percent"] !== undefined) return "percent";
  if (groups["currency"] !== undefined || groups["coin"] !== undefined) return "money";
  if (groups["times"] !== undefined) return "times";
  const time = groups["time"]?.toLowerCase();
  if (time !== undefined) return timeUnit(time);
  const isYear = /^(?:19|20)\d\d$/.test(groups["digits"] ?? "") && value === Number(groups["digits"]);
  return isYear ? "year" : "plain";
}

function timeUnit(word: string): FigureUnit {
  if (word.startsWith("sec")) return "second";
  if (word.startsWith("min")) return "minute";
  if (word.startsWith("h")) return "hour";
  if (word.startsWith("d")) return word.startsWith("de") ? "decade" : "day";
  if (word.startsWith("w")) return "week";
  if (word.startsWith("mo")) return "month";
  return word.startsWith("q") ? "quarter" : "year";
}

/** Whether a quote's figure backs a claim's: same unit, and equal within the blur the claim's words allow. */
export function backs(claimed: Figure, quoted: Figure): boolean {
  const ratio = claimed.value === quoted.value ? 1 : quoted.value / claimed.value;
  const isSame =
    Math.abs(ratio - 1) < (Number.isInteger(claimed.value) && Number.isInteger(quoted.value) ? 1e-9 : 0.004);
  if (claimed.unit !== quoted.unit)
    return isSame && [claimed.unit, quoted.unit].every((unit) => unit === "plain" || unit === "year");
  if (claimed.currency !== null && quoted.currency !== null && claimed.currency !== quoted.currency) return false;
  if (isSame) return true;
  if (claimed.blur === "about") return ratio >= 0.95 && ratio <= 1.05;
  if (claimed.blur === "over") return ratio >= 1 && ratio <= 1.15;
  return claimed.blur === "under" && ratio >= 0.85 && ratio <= 1;
}

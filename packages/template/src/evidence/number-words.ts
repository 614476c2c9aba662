const units: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  one: 1,
  a: 1,
  an: 1,
  dozen: 12,
};
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
/** Words and letters that multiply the number before them. */
export const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  dozen: 12,
};

const tensWords = Object.keys(tens).join("|");
const smallWords = Object.keys(units)
  .filter((word) => word.length > 2 && word !== "one" && word !== "dozen")
  .join("|");
/** Source of a pattern for a number in words; a lone "one" is none, since it seldom counts. */
export const spelt = `(?:(?:${tensWords})(?:[- ](?:one|${smallWords}))?|${smallWords}|(?:a|an|one)(?= (?:hundred|thousand|million|billion|dozen)))`;
/** A number in digits, with separators of thousands and a decimal point or comma. */
export function readDigits(digits: string): number {
  const isGrouped = /^\d{1,3}(?:[,.’'  ]\d{3})+(?:[.,]\d{1,2})?$/.test(digits);
  if (!isGrouped) return Number(digits.replace(",", "."));
  const decimals = /[.,](\d{1,2})$/.exec(digits);
  const whole = decimals === null ? digits : digits.slice(0, decimals.index);
  return Number(whole.replaceAll(/\D/g, "") + (decimals === null ? "" : `.${decimals[1] ?? ""}`));
}

/** One small number of a ratio, in digits or words; 1 when there is none. */
export function readSmall(written: string | undefined): number {
  return Number(written) || (units[(written ?? "").toLowerCase()] ?? 1);
}

/** A number in words: "forty-two", "ten", "a dozen". */
export function readWords(words: string): number {
  const [first = "", second = ""] = words.toLowerCase().split(/[- ]/);
  return (tens[first] ?? units[first] ?? (first.startsWith("dozen") ? 12 : 0)) + (units[second] ?? 0);
}

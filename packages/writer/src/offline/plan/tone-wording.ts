import type { ToneName } from "../nlu/op.ts";

const pairs: readonly (readonly [string, string])[] = [
  ["we are", "we're"],
  ["we have", "we've"],
  ["they are", "they're"],
  ["it is", "it's"],
  ["that is", "that's"],
  ["there is", "there's"],
  ["you are", "you're"],
  ["do not", "don't"],
  ["does not", "doesn't"],
  ["is not", "isn't"],
  ["are not", "aren't"],
  ["cannot", "can't"],
  ["can not", "can't"],
  ["will not", "won't"],
  ["I am", "I'm"],
  ["I would", "I'd"],
  ["did not", "didn't"],
  ["we would", "we'd"],
  ["who is", "who's"],
  ["what is", "what's"],
  ["would not", "wouldn't"],
  ["have not", "haven't"],
  ["has not", "hasn't"],
];

/** Contractions in casual and friendly sentences, none in formal ones; other tones keep the user's way. Meaning stays. */
export function inTone(text: string, tone: ToneName): string {
  if (tone === "formal")
    return pairs.reduce(
      (result, [full, short]) =>
        short === "we've"
          ? result.replace(/\b(we)'ve\b/gi, "$1 have")
          : short === "I'd" || short === "we'd"
            ? result
            : short === "can't" && full === "can not"
              ? result
              : replaceCase(result, short, full),
      text,
    );
  if (tone !== "casual" && tone !== "friendly") return text;
  return pairs.reduce(
    (result, [full, short]) =>
      full === "we have"
        ? result.replace(/\b(we) have(?= (?:been|\w+ed)\b)/gi, "$1've")
        : full.endsWith(" is") || full.endsWith(" are") || full === "I am"
          ? result.replace(new RegExp(`\\b${full}\\b(?=\\s+[a-z%\\d])`, "gi"), (match) => likeCase(match, short))
          : replaceCase(result, full, short),
    text,
  );
}

function replaceCase(text: string, from: string, to: string): string {
  return text.replace(new RegExp(`(?<![\\w'])${from}(?![\\w'])`, "gi"), (match) => likeCase(match, to));
}

function likeCase(match: string, to: string): string {
  return /^[A-Z]/.test(match) && !/^I\b/.test(to) ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}

import { countWords, isEnglish, readingGrade } from "../reading.ts";
import { renderSample } from "../sample-values.ts";
import type { Sentence } from "../sentences.ts";
import { spansIn, threshold, type CheckContext } from "./check-context.ts";
import { count, dropSentences, fixOf } from "./edits.ts";
import { failed, passed, unsure, type Finding } from "./finding.ts";

/** B01: words of a first email, in the body as an ordinary lead reads it. */
export function firstEmailLength(ctx: CheckContext): Finding | null {
  if (ctx.input.kind !== "first") return null;
  const words = countWords(ctx.body.sample);
  const most = threshold(ctx, "B01", "warn_above");
  const aim = `${threshold(ctx, "B01", "aim_low")}–${threshold(ctx, "B01", "aim_high")}`;
  if (words > most) {
    const severity = words > threshold(ctx, "B01", "error_above") ? "error" : "warning";
    return failed(`The body has ${words} words; ${aim} get more replies.`, {
      severity,
      got: words,
      want: aim,
      fix: shorten(ctx, words, threshold(ctx, "B01", "aim_high")),
    });
  }
  if (words < threshold(ctx, "B01", "info_below"))
    return failed(`The body has only ${count(words, "word")}; ${aim} say more.`, {
      severity: "info",
      got: words,
      want: aim,
    });
  return passed(`The body has ${words} words.`, words);
}

/** B02: words of a follow-up or a last email. */
export function followUpLength(ctx: CheckContext): Finding | null {
  if (ctx.input.kind === "first") return null;
  const isLast = ctx.input.kind === "last";
  const words = countWords(ctx.body.sample);
  const most = isLast ? threshold(ctx, "B02", "last_warn_above") : threshold(ctx, "B02", "warn_above");
  const aim = isLast ? threshold(ctx, "B02", "last_aim") : threshold(ctx, "B02", "aim_high");
  const want = isLast ? `≤ ${aim}` : `${threshold(ctx, "B02", "aim_low")}–${aim}`;
  if (words <= most) return passed(`The body has ${words} words.`, words);
  return failed(`The body has ${words} words; a ${isLast ? "last email" : "follow-up"} does better with ${want}.`, {
    got: words,
    want,
    fix: shorten(ctx, words, aim),
  });
}

function shorten(ctx: CheckContext, words: number, aim: number): ReturnType<typeof fixOf> {
  const instruction = `Cut ${words - aim} words.`;
  const [opener, ...rest] = ctx.layout.content;
  const kept = new Set([opener, ...ctx.asks.flatMap(({ sentences }) => sentences)]);
  const required = ctx.settings.required_phrases ?? [];
  const free = [...ctx.layout.ps, ...rest.toReversed()].filter(
    ({ text }) => ![...kept].some((one) => one?.text === text) && !required.some((phrase) => text.includes(phrase)),
  );
  const gone: Sentence[] = [];
  let left = words;
  for (const sentence of free) {
    if (left <= aim) break;
    gone.push(sentence);
    left -= countWords(renderSample(sentence.text));
  }
  return fixOf(
    "shorten",
    instruction,
    left <= aim ? dropSentences("body", ctx.body.source, ctx.body.sentences, gone) : [],
  );
}

/** B03: Flesch–Kincaid grade of the message, without greeting and sign-off. */
export function grade(ctx: CheckContext): Finding {
  const prose = ctx.message
    .map(({ text }) => renderSample(text))
    .join("\n")
    .replaceAll(/https?:\/\/\S+/g, "");
  if (countWords(prose) < threshold(ctx, "B03", "least_words"))
    return unsure("The reading grade was not measured.", "the text is too short for a grade");
  if (!isEnglish(prose)) return unsure("The reading grade was not measured.", "the grade is made for English only");
  const value = Math.round(readingGrade(prose) * 10) / 10;
  const want = threshold(ctx, "B03", "warn_above");
  if (value <= want) return passed(`Reads at grade ${value}.`, value);
  const severity = value > threshold(ctx, "B03", "error_above") ? "error" : "warning";
  return failed(`Reads at grade ${value}; shorter words and sentences bring it under ${want}.`, {
    severity,
    got: value,
    want,
    fix: fixOf("simplify", "Use shorter words and sentences."),
  });
}

/** B05: the longest sentence of the message. */
export function longestSentence(ctx: CheckContext): Finding {
  const most = threshold(ctx, "B05", "warn_above");
  const lengths = ctx.message.map((sentence) => ({ sentence, words: countWords(renderSample(sentence.text)) }));
  const long = lengths.filter(({ words }) => words > most);
  const got = Math.max(0, ...lengths.map(({ words }) => words));
  if (long.length === 0) return passed(`The longest sentence has ${got} words.`, got);
  const spans = spansIn(
    "body",
    long.map(({ sentence }) => sentence),
  );
  return failed(`A sentence of ${got} words is hard to take in at a glance.`, {
    got,
    want: most,
    spans,
    fix: fixOf("split_sentence", `Split the sentence of ${got} words.`),
  });
}

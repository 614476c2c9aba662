import { anyOf } from "../any-of.ts";
import { findFigures } from "../evidence/figures.ts";
import type { Sentence } from "../sentences.ts";
import { spansIn, threshold, type CheckContext } from "./check-context.ts";
import { count, dropSentences, fixOf } from "./edits.ts";
import { failed, passed, type Finding } from "./finding.ts";

const dated = anyOf(
  [
    String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:tomorrow|today|tonight)\b`,
    String.raw`\b\d{1,2}(?::\d\d)?\s?(?:am|pm|a\.m|p\.m|o[’']clock)|\b\d{1,2}:\d\d\b`,
    String.raw`\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)\b`,
  ],
  "i",
);
const halfHour = /\bhalf an hour\b|\ban hour\b|\bhalf[- ]hour\b|\bone hour\b/i;

/** B07: how many different things the email asks for. */
export function numberOfAsks(ctx: CheckContext): Finding {
  const { asks } = ctx;
  const most = threshold(ctx, "B07", "most");
  const least = ctx.input.kind === "last" ? threshold(ctx, "B07", "last_least") : threshold(ctx, "B07", "least");
  const want = least === most ? `exactly ${most}` : `${least}–${most}`;
  const spans = spansIn(
    "body",
    asks.flatMap(({ sentences }) => sentences),
  );
  if (asks.length < least)
    return failed("The email asks for nothing, so there is nothing to answer.", {
      got: asks.length,
      want,
      fix: fixOf("insert", "Add one easy question at the end."),
    });
  if (asks.length <= most)
    return passed(
      asks.length === 1 ? "The email asks for one thing." : `The email makes ${count(asks.length, "ask")}.`,
      asks.length,
    );
  const gone = asks.slice(0, -most).flatMap(({ sentences }): readonly Sentence[] => sentences);
  const edits = dropSentences("body", ctx.body.source, ctx.body.sentences, gone);
  return failed(`The email asks for ${asks.length} things; one is easier to answer.`, {
    got: asks.length,
    want,
    spans,
    fix: fixOf("drop_sentence", "Keep only one ask.", edits),
  });
}

/** B08: a first email that asks for a date, or for half an hour and more. */
export function softFirstAsk(ctx: CheckContext): Finding | null {
  if (ctx.input.kind !== "first") return null;
  const most = threshold(ctx, "B08", "minutes");
  const heavy = ctx.asks
    .filter(({ kind }) => kind === "meeting")
    .flatMap(({ sentences }) => sentences.filter(({ text }) => dated.test(text) || minutesAsked(text) >= most));
  if (heavy.length === 0) return passed("The first ask is a light one.");
  const instruction = "Ask for interest instead of a fixed or long meeting.";
  return failed("A first email gets more answers by asking for interest than for a dated or long meeting.", {
    spans: spansIn("body", heavy),
    fix: fixOf("soften_ask", instruction),
  });
}

function minutesAsked(text: string): number {
  if (halfHour.test(text)) return /\bhalf/i.test(text) ? 30 : 60;
  const minutes = findFigures(text).flatMap(({ unit, value }) =>
    unit === "minute" ? [value] : unit === "hour" ? [value * 60] : [],
  );
  return Math.max(0, ...minutes);
}

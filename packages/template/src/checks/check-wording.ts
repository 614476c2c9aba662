import { maskVariables } from "../mask.ts";
import { spansIn, threshold, type CheckContext, type CheckedText } from "./check-context.ts";
import { dropSentences, edit, fixOf, matches, quoted } from "./edits.ts";
import { failed, passed, type Finding } from "./finding.ts";
import { jargon, spamWords, stalePhrases, stockOpeners } from "./word-lists.ts";

const inlineGreeting = /^(?:hi|hello|hey|dear)(?: there)?(?: [^\s,!.:–—-]+){0,3}\s*[,!:–—-]\s*/iu;

/** B11: a stock opener (error), or a first word "I" (warning). */
export function opener(ctx: CheckContext): Finding {
  const [first, second] = ctx.layout.content;
  if (first === undefined) return passed("There is no opener to judge.");
  const text = ctx.body.masked.slice(first.from, first.to).replace(inlineGreeting, "");
  const spans = spansIn("body", [first]);
  if (stockOpeners.some((pattern) => pattern.test(text))) {
    const next = second === undefined ? "" : ctx.body.masked.slice(second.from, second.to);
    const isSafe =
      second !== undefined &&
      text.length === first.to - first.from &&
      !stockOpeners.some((pattern) => pattern.test(next)) &&
      !startsWithI(next);
    const edits = isSafe ? dropSentences("body", ctx.body.source, ctx.body.sentences, [first]) : [];
    return failed(`“${text.slice(0, 60)}” is an opener everybody uses.`, {
      spans,
      fix: fixOf("replace_opener", "Write a new opener about the reader.", edits),
    });
  }
  if (startsWithI(text))
    return failed("The first word is “I”; begin with the reader.", {
      severity: "warning",
      spans,
      fix: fixOf("replace_opener", "Start the first sentence with the reader, not with “I”."),
    });
  return passed("The opener is the writer's own.");
}

function startsWithI(text: string): boolean {
  return /^["“'(]*I(?:[’'](?:m|ve|d|ll))?\s/.test(text);
}

/** B13: phrases that only say "you did not answer". */
export function staleFollowUp(ctx: CheckContext): Finding {
  const found = matches(ctx.body.masked, stalePhrases);
  if (found.length === 0) return passed("No stale follow-up phrase.");
  return failed(`${quoted(found)} gives the reader nothing new.`, {
    spans: spansIn("body", found),
    fix: fixOf("rephrase", `Replace ${quoted(found)} with something new for the reader.`),
  });
}

/** B14: jargon and the long dash. */
export function plainWords(ctx: CheckContext): Finding {
  const found = ctx.texts.flatMap(({ part, masked, source }) => [
    ...jargon.flatMap(([pattern, plain]) =>
      matches(masked, pattern).map((one) => ({
        ...one,
        part,
        source,
        plain: plain === null ? null : likeCase(one.text, plain),
      })),
    ),
    ...matches(masked, /(?<=\S)[ \t]*—[ \t]*|(?<=\S)[ \t]+–[ \t]+|(?<=\p{L})\s--\s(?=\p{L})/gu).map((one) => ({
      ...one,
      part,
      source,
      plain: ", ",
    })),
  ]);
  if (found.length === 0) return passed("Plain words throughout.");
  const edits = found.every(({ plain }) => plain !== null)
    ? found.map((one) => edit(one.part, one.source, one, one.plain ?? ""))
    : [];
  const spans = found.map(({ part, from, to }) => ({ part, from, to }));
  return failed(`${quoted(found)}: say it in plain words.`, {
    spans,
    fix: fixOf("replace_word", `Say ${quoted(found)} in plain words.`, edits),
  });
}

function likeCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** B17: phrases that must not appear, and phrases that must. */
export function houseWords(ctx: CheckContext): Finding[] {
  const banned = ctx.settings.banned_phrases ?? [];
  const required = ctx.settings.required_phrases ?? [];
  const spoken = ctx.texts.map((text) => ({
    ...text,
    spoken: ctx.isExample ? text.source : maskVariables(text.source, true),
  }));
  const hits = spoken.flatMap((text) =>
    banned.flatMap((phrase) => matches(text.spoken, phrasePattern(phrase)).map((one) => ({ ...one, checked: text }))),
  );
  const absent = required.filter((phrase) => !spoken.some((text) => phrasePattern(phrase).test(text.spoken)));
  const findings: Finding[] = [];
  if (hits.length > 0) {
    const spans = hits.map(({ checked, from, to }) => ({ part: checked.part, from, to }));
    findings.push(
      failed(`${quoted(hits)} must not be used.`, {
        got: [...new Set(hits.map(({ text }) => text))],
        spans,
        fix: fixOf("replace_word", `Do not use ${quoted(hits)}.`, withoutSentences(ctx, hits)),
      }),
    );
  }
  if (absent.length > 0) {
    const names = quoted(absent.map((text) => ({ text })));
    findings.push(
      failed(`${names} has to be in the email and is not.`, {
        want: absent,
        fix: fixOf("insert", `Include ${names}.`),
      }),
    );
  }
  return findings.length > 0
    ? findings
    : [passed(banned.length + required.length === 0 ? "No house words are set." : "House words are kept.")];
}

function phrasePattern(phrase: string): RegExp {
  const words = phrase
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/['’]/g, "['’]"));
  const edge = (letter: string, side: string): string => (/[\p{L}\p{N}]/u.test(letter) ? side : "");
  return new RegExp(
    edge(phrase.trim().charAt(0), "(?<![\\p{L}\\p{N}])") +
      words.join("\\s+") +
      edge(phrase.trim().slice(-1), "(?![\\p{L}\\p{N}])"),
    "giu",
  );
}

/** Dropping whole sentences is exact only for the body, and only when the email keeps its ask and its opener. */
function withoutSentences(
  ctx: CheckContext,
  hits: readonly { readonly from: number; readonly to: number; readonly checked: CheckedText }[],
): ReturnType<typeof dropSentences> {
  const touches = (one: { from: number; to: number }): boolean =>
    hits.some(({ from, to }) => from < one.to && one.from < to);
  const middle = ctx.layout.content.slice(1).filter((one) => !ctx.asks.some((ask) => ask.sentences.includes(one)));
  const safe = hits.every(
    ({ checked, from, to }) => checked.part === "body" && middle.some((one) => one.from <= from && to <= one.to),
  );
  return safe ? dropSentences("body", ctx.body.source, ctx.body.sentences, middle.filter(touches)) : [];
}

const acronyms = new Set(
  "GDPR HIPAA SMTP HTML HTTP HTTPS JSON NATO EMEA APAC LATAM CAPEX OPEX EBITDA MEDDIC IFRS GAAP CCPA FERPA SAML SCIM OAUTH CRUD REST SOAP YAML SKUS RFPS KPIS OKRS CFOS CEOS CTOS CMOS APIS SDRS BDRS SMBS LLMS IOT ASAP ANSI SWIFT SEPA BACS USPS NASA FDIC OSHA SAAS PAAS MRR ARR NPS CSAT B2B B2C D2C CPAS ERPS CRMS".split(
    " ",
  ),
);
const pictograph =
  /\s?(?:(?![\d#*©®™])\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*|[\u{1F1E6}-\u{1F1FF}]{2})/gu;

/** B18: capitals, rows of marks, more than one exclamation mark, emoji. */
export function noShouting(ctx: CheckContext): Finding {
  const least = threshold(ctx, "B18", "capitals");
  const names = [
    ctx.input.sender?.company,
    ...(ctx.input.lexicon?.names ?? []),
    ...(ctx.isExample
      ? [ctx.leads[0]?.company, ctx.leads[0]?.first_name, ctx.leads[0]?.position, ctx.leads[0]?.headline]
      : []),
  ].join(" ");
  const found = ctx.texts.flatMap(({ part, masked, source }) => {
    const shouted = matches(masked, /(?<![\p{L}\p{N}_./@%-])\p{Lu}{2,}(?![\p{L}\p{N}_%])/gu).filter(
      ({ text }) => text.length >= least && !acronyms.has(text) && !names.includes(text),
    );
    const capitals = shouted.map((one) => ({
      ...one,
      after: /[.?!]\s+$|^$|\n\s*$/.test(masked.slice(0, one.from))
        ? one.text.charAt(0) + one.text.slice(1).toLowerCase()
        : one.text.toLowerCase(),
    }));
    let exclaimed = 0;
    const marks = matches(masked, /[!?]{2,}|!/g).flatMap((one) => {
      const after = one.text.includes("?") ? "?" : exclaimed++ < threshold(ctx, "B18", "exclamations") ? "!" : ".";
      return after === one.text ? [] : [{ ...one, after }];
    });
    const emoji = matches(masked, pictograph).map((one) => ({ ...one, after: "" }));
    return [...capitals, ...marks, ...emoji].map((one) => ({ ...one, part, source }));
  });
  if (found.length === 0) return passed("Nothing shouts.");
  const edits = found.map((one) => edit(one.part, one.source, one, one.after));
  return failed(`${quoted(found)} reads like advertising.`, {
    spans: found.map(({ part, from, to }) => ({ part, from, to })),
    fix: fixOf("normalise", "Take out capitals, extra marks and emoji.", edits),
  });
}

/** B19: words that lists call spam words, for information. */
export function spamWordList(ctx: CheckContext): Finding {
  const found = ctx.texts.flatMap(({ part, masked }) => matches(masked, spamWords).map((one) => ({ ...one, part })));
  if (found.length === 0) return passed("No word from the usual lists.");
  return failed(`${quoted(found)} is on lists of spam words.`, {
    got: found.map(({ text }) => text),
    spans: found.map(({ part, from, to }) => ({ part, from, to })),
    fix: fixOf("replace_word", `Say ${quoted(found)} in other words.`),
  });
}

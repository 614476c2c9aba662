import { isSenderName } from "../names.ts";
import { oddValue } from "../odd-value.ts";
import { countWords } from "../reading.ts";
import type { Segment } from "../render.ts";
import { rawValue } from "../sample-leads.ts";
import { variables } from "../variables.ts";
import { threshold, type CheckContext } from "./check-context.ts";
import { tokenInValue } from "./check-leaks.ts";
import { defaultFallback } from "./default-fallback.ts";
import { edit, fixOf } from "./edits.ts";
import type { LeadFinding } from "./finding.ts";
import { leadNamesUsed, type LeadView } from "./lead-view.ts";

/** A check of one lead's rendered email. The outer call reads the template once; the inner one sees each lead. */
export type LeadCheck = (ctx: CheckContext) => (view: LeadView) => LeadFinding[];

function setFallback(ctx: CheckContext, name: string): Pick<LeadFinding, "fix" | "spans"> {
  const places = ctx.texts.flatMap((checked) =>
    variables(checked.template).flatMap((use) =>
      use.name === name && (use.fallback ?? "").trim() === "" ? [{ use, checked }] : [],
    ),
  );
  const edits = places.flatMap(({ use, checked }) => {
    const fallback = defaultFallback(name, checked.part);
    return fallback === null ? [] : [edit(checked.part, checked.source, use, `%${name}|${fallback}%`)];
  });
  return {
    spans: places.map(({ use, checked }) => ({ part: checked.part, from: use.from, to: use.to })),
    fix: fixOf("set_fallback", `Give ${name} a fallback.`, edits.length === places.length ? edits : []),
  };
}

/** V02: a value that a lead lacks, with no fallback written. Sender values are V15's, unknown names V01's. */
export const missingValues: LeadCheck = (ctx) => {
  const fixes = new Map<string, Pick<LeadFinding, "fix" | "spans">>();
  return ({ subject, body }) => {
    const names = [...new Set([...subject.missing, ...body.missing])].filter((name) => !isSenderName(name));
    return names.map((name) => {
      const rest = fixes.get(name) ?? setFallback(ctx, name);
      fixes.set(name, rest);
      return { cause: name, about: name, says: `no ${name}, and no fallback is written`, ...rest };
    });
  };
};

/** V04 inside values: a token that the lead's data brings into the text. */
export const tokensInValues: LeadCheck = (ctx) => {
  const names = leadNamesUsed(ctx);
  return ({ values }) =>
    names.flatMap((name) => {
      const value = values.get(name) ?? "";
      return tokenInValue.test(value)
        ? [
            {
              cause: name,
              about: name,
              says: `the value of ${name} holds a token: “${value.slice(0, 60)}”`,
              got: value.slice(0, 200),
            },
          ]
        : [];
    });
};

/** V05: values that look odd in a sentence. */
export const oddValues: LeadCheck = (ctx) => {
  const names = leadNamesUsed(ctx);
  return ({ lead }) =>
    names.flatMap((name) => {
      const oddity = oddValue(name, rawValue(lead, name), ctx.settings.missing_words, threshold(ctx, "V05", "longest"));
      return oddity === null
        ? []
        : [{ cause: `${name} ${oddity.replaceAll(/\d+/g, "n")}`, about: name, says: `${name} ${oddity}` }];
    });
};

const untidy: readonly (readonly [string, RegExp])[] = [
  ["two spaces in a row", /\S {2,}\S/],
  ["a space before a comma or full stop", / +[,;:!?](?=\s|$)| \.(?=\s|$)/],
  ["empty brackets or quotes", /\(\s*\)|\[\s*\]|“\s*”|(?<=\s)""(?=\s)|(?<=\s)''(?=\s)/],
  ["a line that starts with a comma", /^[ \t]*[,;:.](?![.\d])/m],
  ["two commas in a row", /,\s*,|[,;:]\.(?=\s|$)/],
  [
    "the same word twice in a row",
    /(?<![\p{L}\p{N}'’-])(?!(?:that|had|very|so|really|no|bye|ha|blah|many|much|is)\b)(\p{L}+) \1(?![\p{L}\p{N}'’-])/iu,
  ],
];
/** Letters whose names begin with a vowel sound: "an HR lead". */
const spokenVowel = /^(?:[AEFHILMNORSX](?=[A-Z0-9]|\b)(?=\p{Lu}*\b)(?!\p{Lu}\p{Ll}))/u;

/** V14: text that is untidy where a value or fallback was put in. */
export const tidyText: LeadCheck =
  () =>
  ({ subject, body }) => {
    const found = new Map<string, string>();
    for (const { text, segments } of [subject, body]) {
      const filled = segments.filter(({ kind }) => kind === "value" || kind === "fallback");
      for (const [what, pattern] of untidy) {
        const hit = filled.length > 0 ? pattern.exec(text) : null;
        if (hit === null) continue;
        const near = filled.find(({ output }) => output.from <= hit.index + hit[0].length && hit.index <= output.to);
        if (near !== undefined) found.set(`${what} at ${near.name ?? ""}`, near.name ?? "");
      }
      for (const segment of filled) {
        const article = wrongArticle(text, segment);
        if (article !== null) found.set(`${article} before ${segment.name ?? ""}`, segment.name ?? "");
      }
    }
    return Array.from(found, ([what, name]) => ({ cause: what, about: name, says: `the text has ${what}` }));
  };

function wrongArticle(text: string, { output }: Segment): string | null {
  const article = /(?<![\p{L}\p{N}'’-])(an?) $/iu
    .exec(text.slice(Math.max(0, output.from - 4), output.from))?.[1]
    ?.toLowerCase();
  const value = text.slice(output.from, output.to);
  if (article === undefined || !/^\p{L}/u.test(value)) return null;
  const isAcronym = /^\p{Lu}{2,}(?![\p{Ll}])/u.test(value);
  const vowel = isAcronym
    ? spokenVowel.test(value)
    : /^(?:[aeio]|u(?!ni(?!n|m)|s[aeu]|ti|k\b|r[aeo]))/i.test(value) && !/^(?:eu|one\b|once)/i.test(value);
  const silent = /^(?:hour|honest|honou?r|heir)/i.test(value);
  const wantsAn = vowel || silent;
  return wantsAn === (article === "an") ? null : `“${article}”`;
}

/** V10: the length limits of B01, B02 and S02 for one lead; `check` asks it for the longest and the emptiest only. */
export const lengthForLead: LeadCheck = (ctx) => {
  const { kind } = ctx.input;
  const mostWords =
    kind === "first"
      ? threshold(ctx, "B01", "warn_above")
      : kind === "last"
        ? threshold(ctx, "B02", "last_warn_above")
        : threshold(ctx, "B02", "warn_above");
  const mostCharacters = threshold(ctx, "S02", "warn_above");
  const isLong = countWords(ctx.body.sample) > mostWords;
  const isWide = ctx.subject.sample.length > mostCharacters;
  return ({ subject, body }) => {
    const words = countWords(body.text);
    const long =
      words > mostWords && !isLong
        ? [
            {
              cause: "words",
              says: `the body has ${words} words with this lead's values`,
              got: words,
              want: mostWords,
              fix: fixOf("shorten", `Cut ${words - mostWords} words, so that long values fit.`),
            },
          ]
        : [];
    const wide =
      subject.text.length > mostCharacters && !isWide
        ? [
            {
              cause: "characters",
              says: `the subject has ${subject.text.length} characters with this lead's values`,
              got: subject.text.length,
              want: mostCharacters,
              fix: fixOf("shorten", "Shorten the subject, so that long values fit."),
            },
          ]
        : [];
    return [...long, ...wide];
  };
};

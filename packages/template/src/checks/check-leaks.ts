import { anyOf } from "../any-of.ts";
import { aliasOf } from "../names.ts";
import type { FixEdit } from "../fix.ts";
import { parse } from "../parse.ts";
import type { CheckContext, CheckedText } from "./check-context.ts";
import { dropSentences, edit, fixOf, matches, quoted } from "./edits.ts";
import { failed, passed, type Finding } from "./finding.ts";

/** Variables of other tools, and our own marks, as they look when they leak. */
const foreignTokens = anyOf(
  [
    String.raw`\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,80}\}|(?<![{$])\{[A-Za-z][\w .|-]{0,40}\}(?!\})`,
    String.raw`\*\|[A-Za-z][\w:]{0,40}\|\*|<<[^<>\n]{1,60}>>`,
    String.raw`<(?:first|last|full)?[ _-]?(?:name|company|title|position)>`,
    String.raw`\[(?!(?:sic|\.\.\.|…)\])[A-Za-z][A-Za-z'’ _/-]{0,40}\](?!\()|⟦[^⟧\n]{0,140}⟧|\{%[^%\n]{0,80}%\}`,
  ],
  "g",
);
/** The same inside a value, where our own syntax is foreign too. */
export const tokenInValue = new RegExp(
  `${foreignTokens.source}|%[A-Za-z_][A-Za-z0-9_.]{0,130}(?:\\|[^%]*)?%|&&[^&]+&&`,
);

/** V04: tokens of other tools in the words of the email. */
export function leakedTokens(ctx: CheckContext): Finding {
  const own = /%[A-Za-z_][A-Za-z0-9_.]{1,130}(?:\|[^%]*)?%/g;
  const found = ctx.texts.flatMap((checked) => {
    const foreign = matches(checked.masked, foreignTokens);
    const all = ctx.isExample ? [...foreign, ...matches(checked.source, own)] : foreign;
    return all.map((one) => ({ ...one, checked }));
  });
  if (found.length === 0) return passed("No token of another tool.");
  const edits = found.map((one) => translate(one.text, one, ctx));
  const fix = fixOf(
    "rename_variable",
    `Write ${quoted(found)} as a variable of this campaign, or as words.`,
    edits.every((one) => one !== null) ? edits.filter((one) => one !== null) : [],
  );
  return failed(`${quoted(found)} would reach the reader as it stands.`, {
    got: found.map(({ text }) => text),
    spans: found.map(({ checked, from, to }) => ({ part: checked.part, from, to })),
    fix,
  });
}

function translate(
  text: string,
  place: { from: number; to: number; checked: CheckedText },
  ctx: CheckContext,
): FixEdit | null {
  if (ctx.isExample) return null;
  const inner = text.replaceAll(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, "");
  const [written = "", ...rest] = inner.split("|");
  const name = aliasOf(written, ctx.catalogue.names);
  if (name === null) return null;
  const fallback = rest
    .join("|")
    .replace(/^\s*(?:default:)?\s*/, "")
    .replaceAll(/["'”“]/g, "")
    .replaceAll("%", "%%")
    .trim();
  return edit(place.checked.part, place.checked.source, place, fallback === "" ? `%${name}%` : `%${name}|${fallback}%`);
}

const preamble =
  /^\s*(?:(?:sure|certainly|of course|absolutely|great|okay|ok)[!,.:]?\s+(?:here(?:[’']s| is| are)|below is|i(?:[’']ve| have) (?:written|drafted|prepared|revised|rewritten|updated)|this (?:is|version))\b[^\n]*|(?:here(?:[’']s| is| are)|below (?:is|are)) (?:\p{L}+ ){0,5}(?:email|draft|version|message|template|subject|body|rewrite|revision)\b[^\n]*:[ \t]*)(?:\n|$)/iu;
const wrappers: readonly RegExp[] = [
  /^[ \t]*(?:```|~~~)[^\n]*(?:\n|$)/gm,
  /^[ \t]*(?:\*\*)?(?:subject(?: line)?|betreff|body|email body)(?:\*\*)?:(?:\*\*)?[^\n]*(?:\n|$)/gim,
  /^[ \t]*#{1,6}[ \t]+/gm,
  /\*\*(?=\S)|(?<=\S)\*\*|__(?=[\p{L}\p{N}][^_\n]{0,80}__)|(?<=__[\p{L}\p{N}][^_\n]{0,80})__/gu,
  /^[ \t]*(?:---+|\*\*\*+|===+)[ \t]*(?:\n|$)/gm,
  /<\/?(?:p|br|b|i|strong|em|div|span|ul|ol|li|h[1-6]|html|body)\b[^>\n]*>/gi,
];
const markdownLink = /\[([^\]\n]{1,120})\]\((https?:\/\/[^)\s]+|mailto:[^)\s]+)\)/g;
const afterword =
  /\n[ \t]*(?:let me know if you(?:[’']d| would)? (?:like|want|need) (?:me to |any )?(?:adjust|chang|tweak|revis|edits|modif)\w*[^\n]*|(?:i hope this (?:helps|works)|feel free to (?:adjust|customi[sz]e|modify|edit))[^\n]*|\[?(?:note|notes):[^\n]*)\s*$/i;

/** V11: what a model wraps around an email, and markup in it. */
export function bareEmail(ctx: CheckContext): Finding {
  const { source } = ctx.body;
  const edits = [...onlyOf(preamble, source), ...onlyOf(afterword, source)].map((span) =>
    edit("body", source, span, ""),
  );
  for (const pattern of wrappers) edits.push(...matches(source, pattern).map((span) => edit("body", source, span, "")));
  edits.push(
    ...Array.from(source.matchAll(markdownLink), (found) =>
      edit(
        "body",
        source,
        { from: found.index, to: found.index + found[0].length },
        `${found[1] ?? ""} ${found[2] ?? ""}`,
      ),
    ),
  );
  const subject = /^\s*(?:subject(?: line)?|betreff)\s*:\s*/i.exec(ctx.subject.source);
  if (subject !== null) edits.push(edit("subject", ctx.subject.source, { from: 0, to: subject[0].length }, ""));
  if (edits.length === 0) return passed("Nothing but the email.");
  const apart = withoutOverlap(edits);
  const shown = quoted(apart.map(({ before }) => ({ text: before.trim() })));
  return failed(`${shown} does not belong in an email.`, {
    spans: apart.map(({ part, from, to }) => ({ part, from, to })),
    fix: fixOf("strip", `Take out ${shown}.`, apart),
  });
}

function withoutOverlap(edits: readonly FixEdit[]): FixEdit[] {
  const taken = { subject: 0, body: 0 };
  return edits
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ part, from, to }) => {
      if (from < taken[part]) return false;
      taken[part] = to;
      return true;
    });
}

function onlyOf(pattern: RegExp, source: string): { from: number; to: number }[] {
  const found = pattern.exec(source);
  return found === null ? [] : [{ from: found.index, to: found.index + found[0].length }];
}

/** V16: a slot, or what is left of one, in a draft or example. */
export function leftoverSlots(ctx: CheckContext): Finding {
  const found = ctx.texts.flatMap((checked) =>
    parse(checked.source, "skeleton").tokens.flatMap(({ kind, from, to }) =>
      kind === "slot" ? [{ from, to, text: checked.source.slice(from, to), checked }] : [],
    ),
  );
  if (found.length === 0) return passed("No slot is left.");
  const blocks = ctx.input.skeleton?.blocks ?? [];
  const edits = found.flatMap(({ text, checked, ...span }) => {
    const id = /^&&\s*([a-z][a-z0-9_]{0,31})\s*:/.exec(text)?.[1];
    const fallback = blocks.find((block) => block.id === id)?.personalization.fallback ?? "";
    return fallback === "" ? [] : [edit(checked.part, checked.source, span, fallback)];
  });
  const alone =
    edits.length === found.length
      ? edits
      : found.every(({ checked }) => checked.part === "body")
        ? dropSentences("body", ctx.body.source, ctx.body.sentences, found)
        : [];
  return failed(`${quoted(found)} is an instruction for the writer, not for the reader.`, {
    spans: found.map(({ checked, from, to }) => ({ part: checked.part, from, to })),
    fix: fixOf("fill_slot", "Write words in place of the slot.", alone),
  });
}

import type { Lead } from "../lead.ts";
import { leadValues } from "../values.ts";
import type { PartSpan } from "../span.ts";
import { threshold, type CheckContext } from "./check-context.ts";
import { withoutClaims } from "./check-evidence.ts";
import { fixOf, quoted } from "./edits.ts";
import { failed, passed, unsure, type Finding } from "./finding.ts";

interface Stranger extends PartSpan {
  readonly text: string;
}

/** Values that belong to exactly one person. In a template the company may be meant as a name everybody knows. */
const unmistakable = ["email", "linkedin_url", "full_name", "headline"] as const;
const leastHeadlineWords = 4;

/** P03: another lead's value, or words of a prompt, in the text. */
export function nothingOfOthers(ctx: CheckContext): Finding {
  const others = ctx.isExample ? ctx.input.other_leads : ctx.leads;
  const found = [...strangers(ctx, others ?? []), ...promptWords(ctx)];
  if (found.length > 0) {
    const spans = found.map(({ part, from, to }) => ({ part, from, to }));
    return failed(`${quoted(found)} belongs to somebody else.`, {
      spans,
      fix: fixOf("drop_sentence", `Take out ${quoted(found)}.`, withoutClaims(ctx, spans)),
    });
  }
  if (others === undefined && ctx.input.prompt_texts === undefined)
    return unsure("Whether it holds another lead's data was not checked.", "the other leads were not given");
  return passed("Nothing of another lead, and nothing of a prompt.");
}

function strangers(ctx: CheckContext, others: readonly Lead[]): Stranger[] {
  const own = new Set(ctx.isExample && ctx.leads[0] !== undefined ? valuesOf(ctx.leads[0], true) : []);
  const { sender } = ctx.input;
  const names = [
    sender?.company,
    sender?.email,
    `${sender?.first_name ?? ""} ${sender?.last_name ?? ""}`,
    ...(ctx.input.lexicon?.names ?? []),
  ].map((name) => (name ?? "").toLowerCase());
  const found: Stranger[] = [];
  for (const other of others) {
    for (const value of valuesOf(other, ctx.isExample)) {
      if (own.has(value) || names.includes(value.toLowerCase())) continue;
      for (const { part, masked } of ctx.texts) {
        const from = masked.indexOf(value);
        const to = from + value.length;
        const apart =
          from >= 0 &&
          !/[\p{L}\p{N}]$/u.test(masked.slice(0, from)) &&
          !/^[\p{L}\p{N}]/u.test(masked.slice(to, to + 2));
        if (apart && !found.some((one) => one.part === part && one.from === from))
          found.push({ part, from, to, text: value });
      }
    }
  }
  return found;
}

function valuesOf(lead: Lead, withCompany: boolean): string[] {
  const values = leadValues(lead, null);
  const own = unmistakable.flatMap((name) => {
    const value = values.get(name) ?? null;
    if (value === null || (name === "full_name" && !value.includes(" "))) return [];
    return name === "headline" && value.split(" ").length < leastHeadlineWords ? [] : [value];
  });
  const company = withCompany ? (values.get("company") ?? "") : "";
  return company.length >= 4 || company.includes(" ") ? [...own, company] : own;
}

/** Runs of words that a text shares with a prompt. */
function promptWords(ctx: CheckContext): Stranger[] {
  const run = threshold(ctx, "P03", "run_of_words");
  const words = (text: string): RegExpExecArray[] => Array.from(text.matchAll(/[\p{L}\p{N}’'%_]+/gu));
  const keys = (list: readonly RegExpExecArray[]): string[] =>
    list.slice(run - 1).map((_, index) =>
      list
        .slice(index, index + run)
        .map(([word]) => word.toLowerCase())
        .join(" "),
    );
  const known = new Set((ctx.input.prompt_texts ?? []).flatMap((text) => keys(words(text))));
  if (known.size === 0) return [];
  return ctx.texts.flatMap(({ part, source }) => {
    const list = words(source);
    const at = keys(list).findIndex((key) => known.has(key));
    const first = list[at];
    const last = list[at + run - 1];
    if (first === undefined || last === undefined) return [];
    const to = last.index + last[0].length;
    return [{ part, from: first.index, to, text: source.slice(first.index, to) }];
  });
}

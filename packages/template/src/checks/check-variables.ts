import type { FixEdit } from "../fix.ts";
import { isSenderName } from "../names.ts";
import { resolve } from "../resolve.ts";
import type { PartSpan } from "../span.ts";
import { leadValues } from "../values.ts";
import { variables, type VariableUse } from "../variables.ts";
import { threshold, type CheckContext, type CheckedText } from "./check-context.ts";
import { defaultFallback } from "./default-fallback.ts";
import { edit, fixOf, quoted } from "./edits.ts";
import { failed, passed, unsure, type Finding } from "./finding.ts";
import { findNearMisses } from "./near-misses.ts";

interface Use extends VariableUse {
  readonly checked: CheckedText;
}

function uses(ctx: CheckContext): Use[] {
  return ctx.texts.flatMap((checked) => variables(checked.template).map((use) => ({ ...use, checked })));
}

function spansOf(found: readonly Use[]): PartSpan[] {
  return found.map(({ checked, from, to }) => ({ part: checked.part, from, to }));
}

function withFallback(use: Use): FixEdit[] {
  const fallback = defaultFallback(use.name, use.checked.part);
  return fallback === null ? [] : [edit(use.checked.part, use.checked.source, use, `%${use.name}|${fallback}%`)];
}

/** Edits only when every place has one: half a fix would not make the check pass. */
function complete(found: readonly Use[]): FixEdit[] {
  const edits = found.map(withFallback);
  return edits.every(({ length }) => length > 0) ? edits.flat() : [];
}

/** V01: names the campaign does not know. Custom names are undecided while there is no lead. */
export function unknownVariables(ctx: CheckContext): Finding[] {
  const unknown = ctx.texts.flatMap((checked) =>
    resolve(checked.template, ctx.catalogue).unknown.map((use) => ({ ...use, checked })),
  );
  const wrong = unknown.filter(({ undecided }) => !undecided);
  const open = unknown.filter(({ undecided }) => undecided);
  const findings: Finding[] = [];
  if (wrong.length > 0) {
    const names = [...new Set(wrong.map(({ name }) => name))];
    const renames = wrong.filter(({ nearest }) => nearest !== null);
    const edits = wrong.map((use) =>
      edit(use.checked.part, use.checked.source, use, use.nearest === null ? escaped(use) : written(use.nearest, use)),
    );
    const hint =
      renames.length === 0 ? "" : ` Did you mean ${[...new Set(renames.map(({ nearest }) => nearest))].join(", ")}?`;
    const fix =
      renames.length > 0
        ? fixOf("rename_variable", `Use known variables instead of ${names.join(", ")}.`, edits)
        : fixOf("escape_percent", "Write the percent signs as %%.", edits);
    findings.push(failed(`No lead has ${names.join(", ")}.${hint}`, { got: names, spans: spansOf(wrong), fix }));
  }
  if (open.length > 0)
    findings.push(
      unsure(
        `Whether leads will have ${[...new Set(open.map(({ name }) => name))].join(", ")} is not known.`,
        "no leads in the campaign",
        { spans: spansOf(open) },
      ),
    );
  return findings.length > 0 ? findings : [passed("Every variable is known.")];
}

function written(name: string, { fallback }: VariableUse): string {
  return fallback === null ? `%${name}%` : `%${name}|${fallback.replaceAll("%", "%%")}%`;
}

function escaped(use: Use): string {
  return use.checked.source.slice(use.from, use.to).replaceAll("%", "%%");
}

/** V03: the share of leads with a value, per variable. */
export function valueShares(ctx: CheckContext): Finding[] {
  const used = uses(ctx).filter(({ name }) => ctx.catalogue.known.has(name) && !isSenderName(name));
  const names = [...new Set(used.map(({ name }) => name))];
  if (names.length === 0) return [passed("No lead variable is used.")];
  if (ctx.leads.length === 0)
    return [
      unsure("How many leads have the values is not known.", "no leads in the campaign", { spans: spansOf(used) }),
    ];
  const least = threshold(ctx, "V03", "share");
  const filled = new Map(names.map((name) => [name, 0]));
  for (const lead of ctx.leads) {
    const values = leadValues(lead, null, { missing: ctx.settings.missing_words });
    for (const name of names) if (values.get(name) !== null) filled.set(name, (filled.get(name) ?? 0) + 1);
  }
  const findings = names.flatMap((name) => {
    const share = (filled.get(name) ?? 0) / ctx.leads.length;
    if (share >= least) return [];
    const places = used.filter((use) => use.name === name);
    const bare = places.filter(({ fallback }) => fallback === null || fallback === "");
    const percent = `${Math.floor(share * 100)} %`;
    if (bare.length === 0)
      return [
        failed(`${percent} of the leads have ${name}; the others read “${places[0]?.fallback ?? ""}”.`, {
          severity: "info",
          got: share,
          want: least,
          about: name,
          spans: spansOf(places),
        }),
      ];
    const fix = fixOf("set_fallback", `Give ${name} a fallback.`, complete(bare));
    return [
      failed(`Only ${percent} of the leads have ${name}, and no fallback is written.`, {
        got: share,
        want: least,
        about: name,
        spans: spansOf(bare),
        fix,
      }),
    ];
  });
  return findings.length > 0 ? findings : [passed("Nearly every lead has every value.")];
}

/** V12: what was probably meant as a variable. */
export function nearMisses(ctx: CheckContext): Finding {
  const found = ctx.texts.flatMap((checked) =>
    findNearMisses(checked.template, ctx.catalogue).map((miss) => ({
      ...miss,
      checked,
      text: checked.source.slice(miss.from, miss.to),
    })),
  );
  if (found.length === 0) return passed("No percent sign looks like a lost variable.");
  const edits = found.map((miss) => edit(miss.checked.part, miss.checked.source, miss, miss.replacement));
  const spans = found.map(({ checked, from, to }) => ({ part: checked.part, from, to }));
  return failed(
    `${quoted(found)} was probably meant as ${quoted(found.map(({ replacement }) => ({ text: replacement })))}.`,
    { spans, fix: fixOf("rename_variable", "Write the variable correctly.", edits) },
  );
}

/** V13: fallbacks that are written but empty. */
export function emptyFallbacks(ctx: CheckContext): Finding {
  const empty = uses(ctx).filter(({ fallback }) => fallback !== null && fallback.trim() === "");
  if (empty.length === 0) return passed("Every written fallback has words.");
  const names = [...new Set(empty.map(({ name }) => name))].join(", ");
  return failed(`Leads without ${names} read nothing there.`, {
    spans: spansOf(empty),
    fix: fixOf("set_fallback", `Give ${names} a fallback with words.`, complete(empty)),
  });
}

/** V15: sender variables that the sender profile leaves empty. */
export function senderValues(ctx: CheckContext): Finding {
  const used = uses(ctx).filter(({ name }) => isSenderName(name));
  const bare = used.filter(({ fallback }) => fallback === null);
  if (bare.length === 0)
    return passed(used.length === 0 ? "No sender variable is used." : "Sender variables have words in any case.");
  if (ctx.input.sender === undefined)
    return unsure("Whether the sender profile has the values is not known.", "no sender profile was given", {
      spans: spansOf(bare),
    });
  const values = leadValues({}, ctx.input.sender, { missing: ctx.settings.missing_words });
  const holes = bare.filter(({ name }) => values.get(name) === null);
  if (holes.length === 0) return passed("The sender profile has every value.");
  const names = [...new Set(holes.map(({ name }) => name))];
  return failed(`The sender profile has no ${names.join(", ")}; fill it in the campaign's settings.`, {
    got: names,
    spans: spansOf(holes),
  });
}

import { anyOf } from "../any-of.ts";
import type { FixEdit } from "../fix.ts";
import { threshold, type CheckContext, type CheckedText } from "./check-context.ts";
import { count, edit, fixOf, quoted } from "./edits.ts";
import { failed, passed, unsure, type Finding } from "./finding.ts";
import { findLinks, isCalendar, isKnownLink, linkFault, type Link } from "./find-links.ts";
import { isOptOut } from "./opt-out.ts";

interface Placed extends Link {
  readonly checked: CheckedText;
}

function links(ctx: CheckContext): Placed[] {
  return ctx.texts.flatMap((checked) => findLinks(checked.source).map((link) => ({ ...link, checked })));
}

function spansOf(found: readonly Placed[]): { part: CheckedText["part"]; from: number; to: number }[] {
  return found.map(({ checked, from, to }) => ({ part: checked.part, from, to }));
}

function strip(found: readonly Placed[]): FixEdit[] {
  return found.map(({ checked, from, to }) => {
    const before = /(?:[ \t]*:)?[ \t]*$/.exec(checked.source.slice(Math.max(0, from - 20), from))?.[0].length ?? 0;
    const startsLine = from - before === 0 || checked.source.charAt(from - before - 1) === "\n";
    const after = startsLine ? (/^[ \t]*(?:\r?\n)*/.exec(checked.source.slice(to, to + 20))?.[0].length ?? 0) : 0;
    return edit(checked.part, checked.source, { from: from - before, to: to + after }, "");
  });
}

/** L01: links in a first email. */
export function fewLinks(ctx: CheckContext): Finding | null {
  if (ctx.input.kind !== "first") return null;
  const found = links(ctx);
  if (found.length < threshold(ctx, "L01", "warn_from")) return passed("No link in the first email.");
  const severity = found.length >= threshold(ctx, "L01", "error_from") ? "error" : "warning";
  return failed(`The first email has ${count(found.length, "link")}; none is safer.`, {
    severity,
    got: found.length,
    want: 0,
    spans: spansOf(found),
    fix: fixOf("strip_link", "Take the links out.", strip(found)),
  });
}

/** B09: a calendar link in a first email. */
export function noCalendarLink(ctx: CheckContext): Finding | null {
  if (ctx.input.kind !== "first") return null;
  const found = links(ctx).filter(isCalendar);
  if (found.length === 0) return passed("No calendar link.");
  return failed("A calendar link in a first email asks the reader to do the work.", {
    spans: spansOf(found),
    fix: fixOf("strip_link", "Take the calendar link out.", strip(found)),
  });
}

/** L04: links that are unclean, or that neither context nor person gave. */
export function cleanLinks(ctx: CheckContext): Finding[] {
  const found = links(ctx);
  if (found.length === 0) return [passed("There is no link to check.")];
  const domain = ctx.input.sender?.email?.split("@")[1];
  const known =
    ctx.input.known_urls === undefined
      ? undefined
      : [...ctx.input.known_urls, ...(domain === undefined ? [] : [domain])];
  const faults = found.flatMap((link) => {
    const fault =
      linkFault(link) ??
      (known !== undefined && !isKnownLink(link, known) ? "comes from neither the context nor you" : null);
    return fault === null ? [] : [{ ...link, fault }];
  });
  if (faults.length > 0) {
    const says = faults.map(({ text, fault }) => `${quoted([{ text }])} ${fault}`).join("; ");
    return [
      failed(`${says}.`, {
        got: faults.map(({ text }) => text),
        spans: spansOf(faults),
        fix: fixOf("strip_link", `Take out ${quoted(faults)}.`, strip(faults)),
      }),
    ];
  }
  if (known === undefined)
    return [
      unsure("The links are well formed; whether they are yours is not known.", "no list of known links was given", {
        spans: spansOf(found),
      }),
    ];
  return [passed("Every link is clean and known.")];
}

const street = anyOf(
  [
    String.raw`\b\d{1,5}[a-z]?,? (?:[NSEW]\.? )?(?:\p{Lu}[\p{L}.'’-]* ){1,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|way|court|ct|place|pl|square|sq|parkway|pkwy|highway|hwy|terrace|suite)\b`,
    String.raw`\bp\.?\s?o\.? box \d+|\b[A-Z]{2} \d{5}(?:-\d{4})?\b`,
    String.raw`\b\p{L}+(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee) \d+`,
  ],
  "iu",
);

/** L05: a way to opt out, in the text or by a header of the sending system. */
export function wayOut(ctx: CheckContext): Finding {
  if (ctx.body.sentences.some(({ text }) => isOptOut(text))) return passed("The text says how to get no more mail.");
  if (ctx.settings.opt_out === "header") return passed("The sending system adds an opt-out header.");
  if (ctx.settings.opt_out !== "line")
    return unsure("No line says how to opt out.", "it is not stated whether the sending system adds an opt-out header");
  const line = "\n\nIf you'd rather not hear from me, just reply “no”.";
  return failed("Nothing says how to get no more mail.", {
    fix: fixOf("insert", "Add a line on how to opt out.", [
      edit("body", ctx.body.source, { from: ctx.body.source.length, to: ctx.body.source.length }, line),
    ]),
  });
}

/** L06: a postal address. */
export function postalAddress(ctx: CheckContext): Finding {
  const { audience, postal_address: address } = ctx.settings;
  const has = (address ?? "") !== "" && ctx.body.source.includes(address ?? "");
  if (has || street.test(ctx.body.source)) return passed("The email has a postal address.");
  if (audience === null || audience === undefined)
    return unsure("The email has no postal address.", "the campaign does not state where its leads are");
  const end = ctx.body.source.length;
  const edits =
    (address ?? "") === "" ? [] : [edit("body", ctx.body.source, { from: end, to: end }, `\n\n${address ?? ""}`)];
  const rest = { fix: fixOf("insert", "Add the sender's postal address.", edits) };
  if (audience === "us")
    return failed("US law asks for a postal address in commercial mail.", { severity: "error", ...rest });
  return failed("The email has no postal address.", rest);
}

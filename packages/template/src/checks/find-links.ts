import { anyOf } from "../any-of.ts";
import type { Span } from "../span.ts";
import { opaque } from "../mask.ts";

/** A link as it stands in a text. */
export interface Link extends Span {
  readonly text: string;
  readonly scheme: string;
  readonly host: string;
}

const link =
  /\b(?:(?<scheme>https?|ftp|file|javascript|data|vbscript):(?:\/\/)?|(?=www\.))(?<rest>[^\s<>"“”]+)|(?<![@\p{L}\p{N}.-])(?<bare>(?:[a-z0-9-]+\.)+(?:com|io|net|org|co|ai|dev|app|eu|de|uk|fr|ly|gl|me|us|info|biz|link|page|site|xyz)\/[^\s<>"“”]*)/giu;

/** Links of a text: with a scheme, with `www.`, or a domain with a path. Punctuation of the sentence is no part of them. */
export function findLinks(source: string): Link[] {
  return Array.from(source.matchAll(link), (found) => {
    const text = trimEnd(found[0]);
    const scheme = (found.groups?.["scheme"] ?? "").toLowerCase();
    const rest = text.slice(scheme === "" ? 0 : scheme.length + 1).replace(/^\/\//, "");
    const host = (/^(?:[^/?#@]*@)?([^/?#:]*)/.exec(rest)?.[1] ?? "").toLowerCase();
    return { from: found.index, to: found.index + text.length, text, scheme, host };
  });
}

function trimEnd(text: string): string {
  const bare = text.replace(/[.,;:!?'"’”\]]+$/, "");
  return bare.endsWith(")") && !bare.includes("(") ? trimEnd(bare.slice(0, -1)) : bare;
}

const shorteners = new Set(
  "bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rebrand.ly rb.gy cutt.ly shorturl.at tiny.cc lnkd.in t.ly bl.ink short.io s.id soo.gd v.gd trib.al".split(
    " ",
  ),
);
const calendars = anyOf(
  [
    String.raw`calendly\.com|cal\.com|savvycal\.com|chilipiper\.com|oncehub\.com|youcanbook\.me|tidycal\.com`,
    String.raw`zcal\.co|acuityscheduling\.com|koalendar\.com|doodle\.com|hubspot\.com/meetings`,
    String.raw`meetings\.[\w.-]+|calendar\.(?:google|app)\.?[\w.]*|appointlet\.com|bookings?\.[\w.-]+|zeeg\.me`,
    String.raw`vyte\.in`,
  ],
  "i",
  String.raw`(?:^|\.)*$`,
);
const privateHost =
  /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[?::1)|\.(?:local|localhost|internal|lan|test|invalid)$/i;
const stagingLabel = /^(?:staging|stage|stg|dev|development|test|testing|qa|uat|preview|sandbox|preprod)\d*$/i;

/** Whether a link opens a calendar to book in. */
export function isCalendar({ host, text }: Link): boolean {
  return (
    calendars.test(host) ||
    /hubspot\.com\/meetings|\/(?:book-a-(?:call|demo|meeting)|schedule-a-(?:call|demo|meeting))\b/i.test(text)
  );
}

/** What is unclean about a link, in a few words, or null. */
export function linkFault({ scheme, host }: Link): string | null {
  if (scheme !== "" && scheme !== "http" && scheme !== "https") return "is no web address";
  if (host.includes("%") || host.includes(opaque)) return null;
  if (privateHost.test(host)) return "leads to a local machine";
  if (!host.includes(".")) return "has no proper host";
  const labels = host.split(".");
  if (labels.slice(0, -2).some((label) => stagingLabel.test(label) || /(?:^|-)(?:staging|preview)(?:-|$)/.test(label)))
    return "leads to a test system";
  if (shorteners.has(host.replace(/^www\./, ""))) return "hides where it leads";
  return scheme === "http" ? "is not secure (http)" : null;
}

/** Whether a link is one of the known addresses: same host, a host below it, or the same address up to a known path. */
export function isKnownLink({ host, text }: Link, known: readonly string[]): boolean {
  if (host.includes("%")) return true;
  return known.some((address) => {
    const [knownHost = "", ...path] = address
      .trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, "")
      .replace(/^www\./, "")
      .split("/");
    const own = host.replace(/^www\./, "");
    if (knownHost === "" || (own !== knownHost && !own.endsWith(`.${knownHost}`))) return false;
    return (
      path.join("/").replace(/\/$/, "") === "" || text.toLowerCase().includes(`/${path.join("/").replace(/\/$/, "")}`)
    );
  });
}

import { variableEnds } from "./variable-ends.ts";
import type { Span } from "./span.ts";
import { urlReader } from "./url-reader.ts";

/** `template` knows variables only; `skeleton` reads slots as well. */
export type LexMode = "template" | "skeleton";

/** Words that render as they are. */
export interface TextToken extends Span {
  readonly kind: "text";
}

/** `%%`: one literal percent sign. */
export interface PercentToken extends Span {
  readonly kind: "percent";
}

/** A `%` that starts nothing; it renders as itself. */
export interface LonePercentToken extends Span {
  readonly kind: "lone_percent";
}

/** `%name%` or `%name|fallback%`; `fallback` is null when none was written, and unescaped when one was. */
export interface VariableToken extends Span {
  readonly kind: "variable";
  readonly name: string;
  readonly fallback: string | null;
  readonly in_url: boolean;
}

/** `&&text&&` of a skeleton; `block_id` is its written prefix, `fields` the variables it mentions. */
export interface SlotToken extends Span {
  readonly kind: "slot";
  readonly text: string;
  readonly block_id: string | null;
  readonly fields: readonly string[];
}

/** An `&&` that opens no usable slot. */
export interface BadSlotToken extends Span {
  readonly kind: "bad_slot";
  readonly reason: "empty" | "unclosed" | "too_long";
}

/** One piece of a source; the tokens of a source cover it without gap or overlap. */
export type Token = TextToken | PercentToken | LonePercentToken | VariableToken | SlotToken | BadSlotToken;

/** Characters a slot may hold: long enough for an instruction, short enough to be one. */
const maxSlotLength = 400;

const percentCode = 37;
const slotPrefix = /^\s*([a-z][a-z0-9_]{0,31})\s*:\s*/;
const mention = /%([A-Za-z_][A-Za-z0-9_]{0,63}(?:\.[A-Za-z0-9_][A-Za-z0-9_-]{0,63})?)(?:\|[^%\r\n]*)?%/g;
const hexPair = /[0-9A-Fa-f]{2}/y;

/**
 * Cut a source into tokens, left to right, in time linear in its length.
 *
 * Decides shape only and knows no catalogue. Never throws: what is no variable, percent sign or slot is text.
 */
export function lex(source: string, mode: LexMode = "template"): Token[] {
  const { percents, ends } = variableEnds(source);
  const url = urlReader(source);
  const tokens: Token[] = [];
  let textFrom = 0;
  let at = 0;
  let next = 0;
  let slot = mode === "skeleton" ? source.indexOf("&&") : -1;

  function push(token: Token): void {
    if (token.from > textFrom) tokens.push({ kind: "text", from: textFrom, to: token.from });
    tokens.push(token);
    textFrom = token.to;
    at = token.to;
  }

  for (;;) {
    while ((percents[next] ?? Infinity) < at) next++;
    if (slot >= 0 && slot < at) slot = source.indexOf("&&", at);
    const percent = percents[next];
    if (slot >= 0 && (percent === undefined || slot < percent)) {
      push(readSlot(source, slot));
      continue;
    }
    if (percent === undefined) break;
    const inUrl = url.covers(percent);
    const end = ends[next] ?? -1;
    hexPair.lastIndex = percent + 1;
    if (inUrl && hexPair.test(source)) at = percent + 1;
    else if (source.charCodeAt(percent + 1) === percentCode) push({ kind: "percent", from: percent, to: percent + 2 });
    else if (end < 0) push({ kind: "lone_percent", from: percent, to: percent + 1 });
    else {
      push(readVariable(source, percent, end, inUrl));
      if (inUrl) url.extend(end);
    }
  }
  if (textFrom < source.length) tokens.push({ kind: "text", from: textFrom, to: source.length });
  return tokens;
}

function readVariable(source: string, from: number, to: number, inUrl: boolean): VariableToken {
  const inner = source.slice(from + 1, to - 1);
  const bar = inner.indexOf("|");
  if (bar < 0) return { kind: "variable", from, to, name: inner, fallback: null, in_url: inUrl };
  const fallback = inner.slice(bar + 1).replaceAll("%%", "%");
  return { kind: "variable", from, to, name: inner.slice(0, bar), fallback, in_url: inUrl };
}

function readSlot(source: string, from: number): SlotToken | BadSlotToken {
  const close = source.indexOf("&&", from + 2);
  if (close < 0) return { kind: "bad_slot", from, to: from + 2, reason: "unclosed" };
  const inner = source.slice(from + 2, close);
  const to = close + 2;
  if (inner.length > maxSlotLength) return { kind: "bad_slot", from, to, reason: "too_long" };
  const prefix = slotPrefix.exec(inner);
  const text = inner.slice(prefix?.[0].length ?? 0).trim();
  if (text === "") return { kind: "bad_slot", from, to, reason: "empty" };
  const fields = [...new Set(Array.from(text.matchAll(mention), (found) => found[1] ?? ""))];
  return { kind: "slot", from, to, text, block_id: prefix?.[1] ?? null, fields };
}

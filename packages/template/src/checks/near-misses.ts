import type { Catalogue } from "../catalogue.ts";
import { customKey, foldName } from "../names.ts";
import type { Template } from "../parse.ts";
import type { Span } from "../span.ts";
import { defaultFallback } from "./default-fallback.ts";

/** Something that was probably meant as a variable, and what to write instead. */
export interface NearMiss extends Span {
  readonly name: string;
  readonly replacement: string;
}

/** Two lone percent signs farther apart than this frame no name. */
const longestInner = 66;
const nameAt = /[A-Za-z_][A-Za-z0-9_]{0,63}(?:\.[A-Za-z0-9_][A-Za-z0-9_-]{0,63})?/y;
const nameBefore = /[A-Za-z_][A-Za-z0-9_.-]{0,130}$/;

/**
 * Find what was probably meant as a variable: `% first_name %`, an unclosed `%first_name,`, `100%%company%`, and a name glued
 * to the end of a fallback. Text escaped on purpose (`%%company%%`) is none. Ordered, without overlap.
 */
export function findNearMisses({ source, tokens }: Template, catalogue: Catalogue): NearMiss[] {
  const known = new Map(catalogue.names.map((name) => [foldName(name), name]));
  const misses: NearMiss[] = [];
  const add = (miss: NearMiss | null): void => {
    if (miss !== null && miss.from >= (misses.at(-1)?.to ?? 0)) misses.push(miss);
  };
  tokens.forEach((token, index) => {
    if (token.from < (misses.at(-1)?.to ?? 0)) return;
    if (token.kind === "lone_percent") {
      const close = tokens.slice(index + 1, index + 4).find(({ kind }) => kind === "lone_percent");
      add(
        (close === undefined ? null : framed(source, token.from, close.from, known)) ??
          unclosed(source, token.from, catalogue) ??
          unopened(source, token, catalogue),
      );
    } else if (token.kind === "percent") add(unopened(source, token, catalogue));
    else if (token.kind === "variable" && token.fallback !== null) add(glued(source, token, catalogue));
  });
  return misses;
}

function framed(source: string, open: number, close: number, known: ReadonlyMap<string, string>): NearMiss | null {
  const inner = source.slice(open + 1, close);
  if (inner.length > longestInner || /[\r\n]/.test(inner)) return null;
  if (/\d/.test(source.charAt(open - 1)) && inner.startsWith(" ")) return null;
  const bar = inner.indexOf("|");
  const name = known.get(foldName(bar < 0 ? inner : inner.slice(0, bar)));
  if (name === undefined) return null;
  return { from: open, to: close + 1, name, replacement: `%${name}${bar < 0 ? "" : inner.slice(bar).trimEnd()}%` };
}

function unclosed(source: string, open: number, catalogue: Catalogue): NearMiss | null {
  nameAt.lastIndex = open + 1;
  const written = nameAt.exec(source)?.[0];
  const name = written === undefined ? undefined : knownStart(written, catalogue);
  if (name === undefined) return null;
  const to = open + 1 + name.length;
  const next = source.slice(to, to + 130);
  const broken = /^\|([^%]{0,120})%(?!%)/.exec(next);
  if (broken !== null)
    return {
      from: open,
      to: to + broken[0].length,
      name,
      replacement: `%${name}|${(broken[1] ?? "").replaceAll(/\s+/g, " ").trim()}%`,
    };
  const fallback = /^\|[^%\r\n]{0,120}?(?=[\r\n,.;!?]|$)/.exec(next)?.[0] ?? "";
  return { from: open, to: to + fallback.length, name, replacement: `%${name}${fallback.trimEnd()}%` };
}

/** A known name as it was written, or with a full stop behind it that ends the sentence. */
function knownStart(written: string, catalogue: Catalogue): string | undefined {
  if (catalogue.known.has(written)) return written;
  const stem = written.slice(0, Math.max(0, written.indexOf(".")));
  return customKey(written) === undefined && catalogue.known.has(stem) ? stem : undefined;
}

/** A known name with percent signs behind it that nothing opened: `100%%company%`, `company%%`. */
function unopened(source: string, token: Span, catalogue: Catalogue): NearMiss | null {
  const name = nameBefore.exec(source.slice(Math.max(0, token.from - 132), token.from))?.[0];
  if (name === undefined || !catalogue.known.has(name)) return null;
  const start = token.from - name.length;
  const before = source.slice(Math.max(0, start - 3), start);
  const escaped = before.endsWith("%%");
  if (escaped && token.to - token.from === 2) return null;
  // "100%%company%" was "100%" and a variable; "%%company%" was a variable with one sign too many.
  const from = escaped && !/\d%%$/.test(before) ? start - 2 : start;
  return { from, to: token.to, name, replacement: `%${name}%` };
}

/** `%first_name|%company%%`: the first percent sign of the inner variable has closed the fallback. */
function glued(
  source: string,
  token: Span & { readonly name: string; readonly fallback: string | null },
  catalogue: Catalogue,
): NearMiss | null {
  nameAt.lastIndex = token.to;
  const inner = nameAt.exec(source)?.[0];
  if (inner === undefined || !catalogue.known.has(inner)) return null;
  const end = token.to + inner.length;
  const signs = /^%{1,2}/.exec(source.slice(end, end + 2))?.[0].length ?? 0;
  if (signs === 0) return null;
  const written = (token.fallback ?? "").replaceAll("%", "%%");
  if (signs === 1 && /\S$/.test(written))
    return { from: token.from, to: end + 1, name: token.name, replacement: `%${token.name}|${written}%%${inner}%` };
  const fallback = written.trim() || defaultFallback(token.name, "body") || "";
  return { from: token.from, to: end + signs, name: token.name, replacement: `%${token.name}|${fallback}%` };
}

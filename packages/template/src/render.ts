import type { Template } from "./parse.ts";
import type { Span } from "./span.ts";
import type { Values } from "./values.ts";

/** One piece of a rendered text, tied to the piece of source it came from. */
export interface Segment {
  readonly kind: "text" | "value" | "fallback" | "missing" | "percent";
  /** The variable's name, for `value`, `fallback` and `missing`. */
  readonly name?: string;
  readonly source: Span;
  readonly output: Span;
}

/** A rendered template. `text` is a preview only unless `ok`. */
export interface Rendered {
  /** False when a value was missing without a fallback, or a name was unknown. */
  readonly ok: boolean;
  readonly text: string;
  /** Known variables without value and fallback, each once. */
  readonly missing: readonly string[];
  /** Names the campaign does not know, each once. */
  readonly unknown: readonly string[];
  /** Variables that rendered as their fallback, each once. */
  readonly used_fallback: readonly string[];
  readonly segments: readonly Segment[];
}

/**
 * Render a template with one lead's values; never throws. Linear in tokens plus output.
 *
 * Values are inserted once and never read again. A missing value without fallback, and any unknown name,
 * shows as `⟦name⟧`. Slots render as they stand. Values inside a URL are percent-encoded.
 */
export function render(template: Template, values: Values): Rendered {
  const { source, tokens } = template;
  const segments: Segment[] = [];
  const missing = new Set<string>();
  const unknown = new Set<string>();
  const usedFallback = new Set<string>();
  let text = "";

  function add(kind: Segment["kind"], from: number, to: number, output: string, name?: string): void {
    const start = text.length;
    text += output;
    const segment = { kind, source: { from, to }, output: { from: start, to: text.length } };
    segments.push(name === undefined ? segment : { ...segment, name });
  }

  for (const token of tokens) {
    const { from, to } = token;
    if (token.kind === "percent" || token.kind === "lone_percent") add("percent", from, to, "%");
    else if (token.kind !== "variable") add("text", from, to, source.slice(from, to));
    else {
      const value = values.get(token.name);
      if (value !== null && value !== undefined)
        add("value", from, to, token.in_url ? encodeURIComponent(value.toWellFormed()) : value, token.name);
      else if (value === null && token.fallback !== null) {
        usedFallback.add(token.name);
        add("fallback", from, to, token.fallback, token.name);
      } else {
        (value === null ? missing : unknown).add(token.name);
        add("missing", from, to, `⟦${token.name}⟧`, token.name);
      }
    }
  }
  const ok = missing.size === 0 && unknown.size === 0;
  return { ok, text, missing: [...missing], unknown: [...unknown], used_fallback: [...usedFallback], segments };
}

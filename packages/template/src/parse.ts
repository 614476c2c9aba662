import { lex, type LexMode, type Token } from "./lex.ts";

/** A source with its tokens. Shared between callers: treat as frozen. */
export interface Template {
  readonly source: string;
  readonly mode: LexMode;
  readonly tokens: readonly Token[];
}

/** Sources remembered: a campaign has few; an editor asks for the same one many times. */
const remembered = 256;
/** A longer source is parsed afresh, so that the memo's memory stays bounded. */
const longestRemembered = 100_000;

const memo: Record<LexMode, Map<string, Template>> = { template: new Map(), skeleton: new Map() };

/**
 * Parse a source; any string is one, and nothing throws.
 *
 * Linear in the source. The last 256 sources of each mode are remembered, least recently used out first.
 */
export function parse(source: string, mode: LexMode = "template"): Template {
  const known = memo[mode];
  const found = known.get(source);
  if (found !== undefined) {
    known.delete(source);
    known.set(source, found);
    return found;
  }
  const template: Template = { source, mode, tokens: lex(source, mode) };
  if (source.length > longestRemembered) return template;
  known.set(source, template);
  const oldest = known.size > remembered ? known.keys().next() : undefined;
  if (oldest !== undefined && !oldest.done) known.delete(oldest.value);
  return template;
}

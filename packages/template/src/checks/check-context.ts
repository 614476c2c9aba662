import { createCatalogue, type Catalogue } from "../catalogue.ts";
import type { Lead } from "../lead.ts";
import { maskVariables } from "../mask.ts";
import { parse, type Template } from "../parse.ts";
import { renderSample } from "../sample-values.ts";
import type { BlockRole } from "../block-role.ts";
import { splitSentences, type Sentence } from "../sentences.ts";
import type { EmailPart, PartSpan, Span } from "../span.ts";
import type { CheckInput } from "./check-input.ts";
import { checkDefaults, type CheckId } from "./defaults.ts";
import { findAsks, type Ask } from "./find-asks.ts";
import { layoutOf, type Layout } from "./layout.ts";
import type { CheckSettings } from "./settings.ts";

/** Subject or body, read in every way the checks need. */
export interface CheckedText {
  readonly part: EmailPart;
  readonly source: string;
  readonly template: Template;
  /** Same length as the source, variables and slots blotted out. */
  readonly masked: string;
  /** As an ordinary lead reads it; lengths and grades are those of this text. */
  readonly sample: string;
  readonly sentences: readonly Sentence[];
}

/** What every check is given: the input, read once. */
export interface CheckContext {
  readonly input: CheckInput;
  readonly settings: CheckSettings;
  readonly isExample: boolean;
  readonly subject: CheckedText;
  readonly body: CheckedText;
  readonly texts: readonly CheckedText[];
  readonly layout: Layout;
  /** Content and postscript: the sentences that carry the message. */
  readonly message: readonly Sentence[];
  readonly asks: readonly Ask[];
  readonly leads: readonly Lead[];
  readonly catalogue: Catalogue;
}

/** Read an input once for all checks. Linear in the texts; leads are not touched beyond the catalogue. */
export function createContext(input: CheckInput, settings: CheckSettings): CheckContext {
  const isExample = input.form === "example";
  const subject = read("subject", input.subject, isExample);
  const body = read("body", input.body, isExample);
  const leads = input.leads ?? [];
  const layout = layoutOf(input.body);
  const message = [...layout.content, ...layout.ps];
  const asks = findAsks(
    message.map((sentence) => ({
      sentence,
      text: body.masked.slice(sentence.from, sentence.to),
      role: roleOf(input, sentence),
    })),
  );
  return {
    input,
    settings,
    isExample,
    subject,
    body,
    texts: [subject, body],
    layout,
    message,
    asks,
    leads,
    catalogue: input.catalogue ?? createCatalogue({ leads }),
  };
}

function read(part: EmailPart, source: string, isExample: boolean): CheckedText {
  const literal: Template = {
    source,
    mode: "template",
    tokens: source === "" ? [] : [{ kind: "text", from: 0, to: source.length }],
  };
  const sentences = splitSentences(source);
  if (isExample) return { part, source, template: literal, masked: source, sample: source, sentences };
  return {
    part,
    source,
    template: parse(source),
    masked: maskVariables(source),
    sample: renderSample(source),
    sentences,
  };
}

function roleOf({ skeleton, block_spans: spans }: CheckInput, { from, to }: Sentence): BlockRole | null {
  const middle = (from + to) / 2;
  const id = spans?.find((span) => span.from <= middle && middle < span.to)?.block_id ?? null;
  const role = id === null ? undefined : skeleton?.blocks.find((block) => block.id === id)?.role;
  return role === undefined || role === "other" ? null : role;
}

/** A threshold of a check: the campaign's own, else the default. */
export function threshold<I extends CheckId>(
  ctx: CheckContext,
  id: I,
  name: keyof (typeof checkDefaults)[I]["thresholds"] & string,
): number {
  const defaults: Readonly<Record<string, number>> = checkDefaults[id].thresholds;
  return ctx.settings.thresholds?.[id]?.[name] ?? defaults[name] ?? 0;
}

/** Ranges of one part as spans of a result. */
export function spansIn(part: EmailPart, ranges: readonly Span[]): PartSpan[] {
  return ranges.map(({ from, to }) => ({ part, from, to }));
}

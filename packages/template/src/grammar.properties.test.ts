import fc from "fast-check";
import { expect, test } from "vitest";
import { applyHunks, diff } from "./diff.ts";
import { diffTokens } from "./diff-tokens.ts";
import { escapePercent } from "./escape-percent.ts";
import { maskVariables } from "./mask.ts";
import { parse } from "./parse.ts";
import { leadNames, senderNames } from "./names.ts";
import { render } from "./render.ts";
import { splitSentences } from "./sentences.ts";
import { source } from "./testing/arbitraries.ts";
import { leadValues } from "./values.ts";

const runs = { numRuns: 1_000 };
const mode = fc.constantFrom("template" as const, "skeleton" as const);
const values = leadValues(
  { first_name: "Anna", company: "Kite & Co \u{D800}", custom_fields: { team_size: 40 } },
  null,
);

test("tokens cover the source without gap or overlap", () => {
  fc.assert(
    fc.property(source, mode, (text, how) => {
      const { tokens } = parse(text, how);
      expect(tokens.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text);
      expect(tokens.every(({ from, to }, index) => to > from && from === (tokens[index - 1]?.to ?? 0))).toBe(true);
    }),
    runs,
  );
});

test("rendering never throws, and the text is its segments", () => {
  fc.assert(
    fc.property(source, mode, (text, how) => {
      const rendered = render(parse(text, how), values);
      expect(rendered.segments.map(({ output }) => rendered.text.slice(output.from, output.to)).join("")).toBe(
        rendered.text,
      );
      expect(
        rendered.segments.every(({ output }, index) => output.from === (rendered.segments[index - 1]?.output.to ?? 0)),
      ).toBe(true);
    }),
    runs,
  );
});

test("an escaped text holds nothing but text and percent signs, and renders as itself", () => {
  fc.assert(
    fc.property(source, (text) => {
      const template = parse(escapePercent(text));
      expect(template.tokens.every(({ kind }) => kind === "text" || kind === "percent")).toBe(true);
      expect(render(template, values).text).toBe(text);
    }),
    runs,
  );
});

test("a source without a percent sign renders as itself", () => {
  fc.assert(
    fc.property(source, (text) => {
      const bare = text.replaceAll("%", "");
      expect(render(parse(bare), values).text).toBe(bare);
    }),
    runs,
  );
});

test("all hunks give the new text, none give the old one, and each is cut at token borders", () => {
  fc.assert(
    fc.property(source, source, (a, b) => {
      const hunks = diff(a, b);
      expect(
        applyHunks(
          a,
          hunks,
          hunks.map(({ index }) => index),
        ),
      ).toBe(b);
      expect(applyHunks(a, hunks, [])).toBe(a);
      expect(
        hunks.every(
          ({ from, to, before, after, after_from, after_to }) =>
            a.slice(from, to) === before && b.slice(after_from, after_to) === after,
        ),
      ).toBe(true);
      const borders = new Set(diffTokens(a).flatMap(({ from, to }) => [from, to]));
      expect(hunks.every(({ from, to }) => a === "" || (borders.has(from) && borders.has(to)))).toBe(true);
    }),
    runs,
  );
});

test("diff tokens concatenate to the source", () => {
  fc.assert(
    fc.property(source, (text) => {
      expect(
        diffTokens(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
    }),
    runs,
  );
});

test("sentences stand in order, and nothing but white space lies between them", () => {
  fc.assert(
    fc.property(source, (text) => {
      const sentences = splitSentences(text);
      let at = 0;
      for (const { from, to, text: words } of sentences) {
        expect(text.slice(at, from).trim()).toBe("");
        expect(text.slice(from, to)).toBe(words);
        at = to;
      }
      expect(text.slice(at).trim()).toBe("");
    }),
    runs,
  );
});

test("a mask keeps every offset", () => {
  fc.assert(
    fc.property(source, (text) => {
      expect(maskVariables(text)).toHaveLength(text.length);
      expect(maskVariables(text, true)).toHaveLength(text.length);
    }),
    runs,
  );
});

test("no built-in name begins with two hex digits, or a URL could swallow it", () => {
  expect([...leadNames, ...senderNames].filter((name) => /^[0-9a-f]{2}/i.test(name))).toEqual([]);
});

import { expect, test } from "vitest";
import { alignBlocks } from "./align-blocks.ts";
import { applyHunks, diff } from "./diff.ts";
import { diffTokens } from "./diff-tokens.ts";
import { exportTemplate } from "./export-syntax.ts";
import { applyFix, type FixOp } from "./fix.ts";
import { parse } from "./parse.ts";

test("a variable with its fallback, and a slot, are one token each", () => {
  expect(diffTokens("Hi %first_name|there friend%, &&opener: a line&&!").map(({ text }) => text)).toEqual([
    "Hi",
    " ",
    "%first_name|there friend%",
    ",",
    " ",
    "&&opener: a line&&",
    "!",
  ]);
});

test("changed words next to each other are one hunk, a paragraph break parts them", () => {
  const hunks = diff("Hi Anna, one two three.\n\nBye now.", "Hi Anna, four five three.\n\nBye then.");
  expect(hunks.map(({ before, after }) => [before, after])).toEqual([
    ["one two", "four five"],
    ["now", "then"],
  ]);
});

test("each hunk can be taken or left by itself", () => {
  const [a, b] = ["Hi Anna, one two.\n\nBye now.", "Hi Anna, four two.\n\nBye then."];
  const hunks = diff(a, b);
  expect(applyHunks(a, hunks, [1])).toBe("Hi Anna, one two.\n\nBye then.");
  expect(applyHunks(a, hunks, [0, 7])).toBe("Hi Anna, four two.\n\nBye now.");
});

test("texts with nothing in common are compared by lines, and still turn into each other", () => {
  const a = Array.from({ length: 1_500 }, (_, i) => `a${i}`).join(" ");
  const b = Array.from({ length: 1_500 }, (_, i) => `b${i}`).join(" ");
  const hunks = diff(`${a}\nsame\n`, `${b}\nsame\n`);
  expect(hunks).toHaveLength(1);
  expect(applyHunks(`${a}\nsame\n`, hunks, [0])).toBe(`${b}\nsame\n`);
});

test("a fix touches nothing outside its ranges, and a stale edit is left out", () => {
  const fix: FixOp = {
    op: "replace_word",
    instruction: "",
    edits: [
      { part: "body", from: 0, to: 2, before: "Hi", after: "Hello" },
      { part: "body", from: 3, to: 7, before: "Anna", after: "Ben" },
      { part: "subject", from: 0, to: 2, before: "Hi", after: "" },
    ],
  };
  expect(applyFix("Hi Anna.", fix)).toBe("Hello Ben.");
  expect(applyFix("Hi Dora.", fix)).toBe("Hello Dora.");
  expect(applyFix("Hi Anna.", { ...fix, edits: [] })).toBe("Hi Anna.");
});

test("block ranges follow a hand edit; an edited sentence keeps its block, a new one has none", () => {
  const before = "Hi Anna,\n\nInvoices are late everywhere. It hurts.\n\nKite reminds them.\n\nWorth a call?";
  const span = (block_id: string, text: string): { block_id: string; from: number; to: number } => ({
    block_id,
    from: before.indexOf(text),
    to: before.indexOf(text) + text.length,
  });
  const spans = [
    span("greeting", "Hi Anna,"),
    span("problem", "Invoices are late everywhere. It hurts."),
    span("value", "Kite reminds them."),
    span("ask", "Worth a call?"),
  ];
  const after =
    "Hi Anna,\n\nInvoices are late nearly everywhere. It hurts.\n\nSomething wholly different now.\n\nKite reminds them.\n\nWorth a call?";
  expect(alignBlocks(before, spans, after).map(({ block_id: id, from, to }) => [id, after.slice(from, to)])).toEqual([
    ["greeting", "Hi Anna,"],
    ["problem", "Invoices are late nearly everywhere. It hurts."],
    [null, "Something wholly different now."],
    ["value", "Kite reminds them."],
    ["ask", "Worth a call?"],
  ]);
});

test("a sentence that was replaced by another keeps nothing of its block", () => {
  const before = "Hi Anna,\n\nInvoices are late everywhere.\n\nWorth a call?";
  const spans = [
    { block_id: "problem", from: 10, to: 39 },
    { block_id: "ask", from: 41, to: 54 },
  ];
  const after = before.replace("Invoices are late everywhere.", "Nobody reads manuals.");
  expect(alignBlocks(before, spans, after).map(({ block_id: id }) => id)).toEqual([null, "ask"]);
});

test("a template can be written in other tools' syntaxes", () => {
  const source = 'Hi %first_name|"friend" {x}%, 100%% of %custom_fields.team_size% at %company|you%';
  const write = (syntax: Parameters<typeof exportTemplate>[1]): string => exportTemplate(source, syntax).text;
  expect(write("pipe")).toBe("Hi {{first_name|'friend' (x)}}, 100% of {{team_size}} at {{company|you}}");
  expect(write("camel_pipe")).toBe("Hi {{firstName|'friend' (x)}}, 100% of {{teamSize}} at {{company|you}}");
  expect(write("upper_quoted")).toBe(
    'Hi {{FIRST_NAME | "\'friend\' (x)"}}, 100% of {{TEAM_SIZE}} at {{COMPANY | "you"}}',
  );
  expect(write("liquid")).toBe(
    'Hi {{ first_name | default: "\'friend\' (x)" }}, 100% of {{ team_size }} at {{ company | default: "you" }}',
  );
  expect(exportTemplate(source, "merge_tag")).toEqual({
    text: "Hi *|FIRST_NAME|*, 100% of *|TEAM_SIZE|* at *|COMPANY|*",
    lost_fallbacks: ["first_name", "company"],
  });
});

test("the last sources parsed are remembered, the oldest is forgotten first", () => {
  const first = parse("memo %first_name%");
  expect(parse("memo %first_name%")).toBe(first);
  for (let i = 0; i < 256; i++) parse(`memo ${i}`);
  expect(parse("memo %first_name%")).not.toBe(first);
});

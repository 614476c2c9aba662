import { expect, test } from "vitest";
import type { TranscriptEntry } from "../ports.ts";
import { toolDeclarations } from "../tools/all-tools.ts";
import { givenFacts, givenSkeleton, givenTurn } from "../testing/given-turn.ts";
import { turnPrompt } from "./turn-prompt.ts";

const options = { link: "scripted:a", compact: false };
const secret = "Anna Kowal of Kite & Co";

test("the system part is byte for byte the same in every turn of a session", () => {
  const first = turnPrompt(givenTurn("Write it."), [], options)[0];
  const later = turnPrompt(
    givenTurn("Shorter.", {
      revision: 9,
      dialogue: [{ id: "a", role: "user", content: "Write it." }],
      skeleton: { framework_version: 2, skeleton: givenSkeleton, author: "ai" },
    }),
    [],
    options,
  )[0];
  expect(later).toEqual(first);
});

test("the current state stands in the last message only, and before the request in a turn's first call", () => {
  const transcript: TranscriptEntry[] = [
    {
      kind: "answer",
      step: "llm-1",
      answer: {
        model: "scripted:a",
        text: "",
        tool_calls: [{ id: "c1", name: "read_context", input: { query: "x" } }],
        finish_reason: "tool-calls",
        messages: [],
      },
    },
    { kind: "tool", step: "tool-1-c1", call_id: "c1", result: { ok: true, facts: [] } },
  ];
  const first = turnPrompt(givenTurn("Write it."), [], options);
  expect(JSON.stringify(first.at(-1))).toMatch(/<state>.*<\/state>.*<request id=.*Write it\./s);
  const second = turnPrompt(givenTurn("Write it."), transcript, options);
  expect(second.map(({ role }) => role)).toEqual(["system", "user", "assistant", "tool", "user"]);
  expect(JSON.stringify(second.slice(0, -1))).not.toContain("<state>");
});

test("what only the end of a turn needs is not told to the model", () => {
  const transcript: TranscriptEntry[] = [
    {
      kind: "answer",
      step: "llm-1",
      answer: {
        model: "scripted:a",
        text: "",
        tool_calls: [{ id: "c1", name: "update_draft", input: {} }],
        finish_reason: "tool-calls",
        messages: [],
      },
    },
    {
      kind: "tool",
      step: "tool-1-c1",
      call_id: "c1",
      result: { ok: false, issues: [], candidate: { body: "the refused words" } },
    },
  ];
  expect(JSON.stringify(turnPrompt(givenTurn("Write it."), transcript, options))).not.toContain("the refused words");
});

test("a provider's own markers are played back to it and to nobody else", () => {
  const messages = [
    {
      role: "assistant",
      content: [
        { type: "reasoning", text: "hm", providerOptions: { anthropic: { signature: "s1" } } },
        { type: "tool-call", toolCallId: "c1", toolName: "read_context", input: { query: "x" } },
      ],
    },
  ];
  const transcript: TranscriptEntry[] = [
    {
      kind: "answer",
      step: "llm-1",
      answer: {
        model: "scripted:a",
        text: "",
        tool_calls: [{ id: "c1", name: "read_context", input: { query: "x" } }],
        finish_reason: "tool-calls",
        messages,
      },
    },
  ];
  expect(JSON.stringify(turnPrompt(givenTurn("x"), transcript, options))).toContain("s1");
  const other = JSON.stringify(turnPrompt(givenTurn("x"), transcript, { ...options, link: "other:b" }));
  expect(other).not.toContain("s1");
  expect(other).toContain("c1");
});

test("the person's edits since the last version are told as changes", () => {
  const draft = {
    number: 1,
    revision: 2,
    subject: "Hello",
    body: "We help teams.",
    framework_version: null,
    author: "ai" as const,
    block_spans: null,
    notes: null,
    claims: [],
  };
  const prompt = JSON.stringify(
    turnPrompt(
      givenTurn("Go on", {
        draft: { ...draft, number: 2, revision: 3, author: "person", body: "We help small teams." },
        draft_history: [draft],
      }),
      [],
      options,
    ),
  );
  expect(prompt).toContain("the person changed since your last version");
  expect(prompt).toContain("small");
});

test("no lead's value is in a turn's prompt", () => {
  expect(JSON.stringify(turnPrompt(givenTurn("Write it."), [], options))).not.toMatch(
    new RegExp(`${secret}|Kowal|Orchard|anna@`),
  );
});

test("with twenty facts the first prompt and the tools stay below six thousand tokens", () => {
  const facts = Array.from({ length: 20 }, (_, i) => ({
    ...givenFacts[i % 2],
    id: `f${i}`,
    kind: "proof" as const,
    title: `Fact ${i}`,
    text: "Northwind cut its month-end close from 9 days to 4 days with Ledgerly, and kept it there.",
  }));
  const prompt = turnPrompt(
    givenTurn("Write to finance leads about their month-end close.", {}, { facts }),
    [],
    options,
  );
  expect(JSON.stringify([prompt, toolDeclarations]).length / 4).toBeLessThan(6000);
});

import { expect, test } from "vitest";
import type { TranscriptEntry } from "../ports.ts";
import { toolDeclarations } from "../tools/all-tools.ts";
import { givenFacts, givenLeads, givenSkeleton, givenTurn } from "../testing/given-turn.ts";
import { runTurn } from "../run-turn.ts";
import { memoryTurn } from "../testing/memory-turn.ts";
import { scriptedChain, scriptedModel } from "../testing/scripted-model.ts";
import { turnPrompt, type TurnPrompt } from "./turn-prompt.ts";

const options = { link: "scripted:a", compact: false };
const secret = "Anna Kowal of Kite & Co";

function plain(prompt: TurnPrompt["prompt"]): object[] {
  return prompt.map(({ role, content }) => ({ role, content }));
}

test("the system part is byte for byte the same in every turn of a session", () => {
  const first = turnPrompt(givenTurn("Write it."), [], options).prompt[0];
  const later = turnPrompt(
    givenTurn("Shorter.", {
      revision: 9,
      dialogue: [{ id: "a", role: "user", content: "Write it." }],
      skeleton: { framework_version: 2, skeleton: givenSkeleton, author: "ai" },
    }),
    [],
    options,
  ).prompt[0];
  expect(later).toEqual(first);
});

test("a turn's first call is told the state and then the request", () => {
  const { prompt } = turnPrompt(givenTurn("Write it."), [], options);
  expect(JSON.stringify(prompt.at(-1))).toMatch(/<state>.*<\/state>.*<request id=.*Write it\./s);
});

test("within a turn each prompt begins with the one before, though the run's own writes have changed the state", async () => {
  const turn = memoryTurn(givenTurn("Write it."), givenLeads);
  const plan = { name: "update_skeleton", input: { base_version: 0, skeleton: givenSkeleton } };
  const brief = { name: "set_brief", input: { tone: { value: "plain", evidence: "" } } };
  const model = scriptedModel([{ calls: [brief] }, { text: "Planning. ", calls: [plan] }, { text: "Done." }]);
  await runTurn(turn.ports, scriptedChain(model));
  const prompts = model.asked.map(({ prompt }) => plain(prompt));
  expect(prompts.map(({ length }) => length)).toEqual([2, 4, 6]);
  expect(prompts[1]?.slice(0, 2)).toEqual(prompts[0]);
  expect(prompts[2]?.slice(0, 4)).toEqual(prompts[1]);
});

test("a change by somebody else is told as a new state, once", async () => {
  const turn = memoryTurn(givenTurn("Write it."), givenLeads);
  const model = scriptedModel((call) => {
    if (call === 1) turn.personWrites("Mine", "My own words.");
    return call < 4 ? { calls: [{ name: "read_context", input: { query: `close ${call}` } }] } : { text: "Done." };
  });
  await runTurn(turn.ports, scriptedChain(model));
  const last = JSON.stringify(model.asked.at(-1)?.prompt);
  expect(last.split("Somebody has changed the email meanwhile").length - 1).toBe(1);
  expect(last).toContain("My own words.");
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
  expect(JSON.stringify(turnPrompt(givenTurn("Write it."), transcript, options).prompt)).not.toContain(
    "the refused words",
  );
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

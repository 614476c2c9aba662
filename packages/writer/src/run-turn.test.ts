import { expect, test } from "vitest";
import { runTurn } from "./run-turn.ts";
import { givenEdits, givenLeads, givenSkeleton, givenTurn } from "./testing/given-turn.ts";
import { memoryTurn } from "./testing/memory-turn.ts";
import { runToEnd } from "./testing/run-to-end.ts";
import { scriptedChain, scriptedModel, type Line } from "./testing/scripted-model.ts";

const brief = { name: "set_brief", input: { audience: { value: "finance leads", evidence: "finance leads" } } };
const plan = { name: "update_skeleton", input: { base_version: 0, skeleton: givenSkeleton } };
const write = {
  name: "update_draft",
  input: { base_revision: 2, subject: "Month-end at %company|your team%", edits: givenEdits, claims: [] },
};
const done = { name: "finish", input: { summary: "The first draft has 41 words and asks for a short call." } };
const good: readonly Line[] = [
  { text: "Let me plan this. ", calls: [brief, plan] },
  { calls: [write] },
  { calls: [done] },
];

test("a turn that plans, writes and finishes stores one skeleton, one draft and the summary", async () => {
  const turn = memoryTurn(givenTurn("Write to finance leads about month-end."), givenLeads);
  const model = scriptedModel(good);
  const { rule } = await runTurn(turn.ports, scriptedChain(model));
  expect(rule).toBe("finish");
  const { session } = turn.state();
  expect(session.skeleton?.framework_version).toBe(1);
  expect(session.draft?.body).toBe(givenEdits.map(({ text }) => text).join("\n\n"));
  expect(
    session.draft?.block_spans?.map(({ block_id, from, to }) => [block_id, session.draft?.body.slice(from, to)]),
  ).toEqual(givenEdits.map(({ block_id, text }) => [block_id, text]));
  expect(session.brief.audience).toMatchObject({ value: "finance leads", source: "message", message_id: "m1" });
  expect(turn.ends).toHaveLength(1);
  expect(turn.ends[0]).toMatchObject({ rule: "finish", text: done.input.summary, model: "scripted:scripted" });
  expect(model.asked).toHaveLength(3);
  expect(turn.usage).toHaveLength(3);
});

const boundaries = [
  { step: "load", at: "unacknowledged" },
  { step: "llm-1", at: "before" },
  { step: "llm-1", at: "unacknowledged" },
  { step: "tool-1-1-0", at: "before" },
  { step: "tool-1-1-0", at: "after commitTool" },
  { step: "tool-1-1-1", at: "before commitTool" },
  { step: "tool-1-1-1", at: "unacknowledged" },
  { step: "llm-2", at: "after finishAnswer" },
  { step: "tool-2-2-0", at: "before commitTool" },
  { step: "tool-2-2-0", at: "after commitTool" },
  { step: "tool-2-2-0", at: "unacknowledged" },
  { step: "end", at: "before" },
  { step: "end", at: "after endTurn" },
] as const;

for (const point of boundaries) {
  test(`a crash at ${point.step}, ${point.at}, costs no second model call and no second version`, async () => {
    const turn = memoryTurn(givenTurn("Write to finance leads about month-end."), givenLeads);
    const model = scriptedModel(good);
    turn.crashOnce(point);
    const { value, executions } = await runToEnd(() => runTurn(turn.ports, scriptedChain(model)));
    expect(executions).toBe(2);
    expect(value.rule).toBe("finish");
    expect(model.asked).toHaveLength(3);
    expect(turn.usage).toHaveLength(3);
    expect(turn.state().session.skeleton?.framework_version).toBe(1);
    expect(turn.state().session.draft?.number).toBe(1);
    expect(turn.results().map((result) => (result as { ok: boolean }).ok)).toEqual([true, true, true, true]);
    expect(turn.ends).toHaveLength(1);
  });
}

test("a crash in the middle of a stream calls again, counts what was lost, and stores one answer", async () => {
  const turn = memoryTurn(givenTurn("Hello"), givenLeads);
  const model = scriptedModel(() => ({ text: `${"word ".repeat(200)}end.` }));
  turn.crashOnce({ step: "llm-1", at: "before finishAnswer" });
  await runToEnd(() => runTurn(turn.ports, scriptedChain(model)));
  expect(model.asked).toHaveLength(2);
  expect(turn.answers.size).toBe(1);
  expect(turn.usage).toHaveLength(1);
  expect(new Set(turn.events.filter(({ kind }) => kind === "text.delta").map(({ attempt }) => attempt)).size).toBe(2);
});

test("plain words without a call end the turn and are the reply", async () => {
  const turn = memoryTurn(givenTurn("What can you do?"), givenLeads);
  await runTurn(turn.ports, scriptedChain(scriptedModel([{ text: "I draft emails with you." }])));
  expect(turn.ends[0]).toMatchObject({ rule: "answered", text: "I draft emails with you." });
});

test("a question ends the turn with its options", async () => {
  const turn = memoryTurn(givenTurn("Write something"), givenLeads);
  const ask = {
    name: "ask_user",
    input: { question: "Who is it for?", options: ["Finance leads", "Founders"], about: "audience" },
  };
  await runTurn(turn.ports, scriptedChain(scriptedModel([{ text: "Happy to. ", calls: [ask] }])));
  expect(turn.ends[0]).toMatchObject({ rule: "ask_user", question: { question: "Who is it for?", about: "audience" } });
  expect(turn.ends[0]?.text).toBe("Happy to.\n\nWho is it for?\n- Finance leads\n- Founders");
});

test.each([['{"subject":"Hello"}'], ['```json\n{"a":1}\n```'], ["   "], [""]])(
  "a reply of nothing but data (%j) is told in plain words instead",
  async (text) => {
    const turn = memoryTurn(givenTurn("Hello"), givenLeads);
    await runTurn(turn.ports, scriptedChain(scriptedModel([{ text }])));
    expect(turn.ends[0]?.text).toMatch(/^Nothing was changed\./);
  },
);

test("eight model calls are the most a turn makes", async () => {
  const turn = memoryTurn(givenTurn("Hello"), givenLeads);
  const model = scriptedModel((call) => ({ calls: [{ name: "read_context", input: { query: `month ${call}` } }] }));
  const { rule } = await runTurn(turn.ports, scriptedChain(model));
  expect(rule).toBe("calls");
  expect(model.asked).toHaveLength(8);
  expect(turn.ends[0]?.text).toContain("eight tries");
});

test("three refused updates in a row end the turn", async () => {
  const turn = memoryTurn(givenTurn("Hello"), givenLeads);
  const model = scriptedModel((call) => ({ calls: [{ name: "update_draft", input: `{"broken ${call}` }] }));
  expect(await runTurn(turn.ports, scriptedChain(model))).toEqual({ rule: "failed_updates" });
  expect(model.asked).toHaveLength(3);
});

test("the same issues a second time end the turn", async () => {
  const turn = memoryTurn(givenTurn("Hello"), givenLeads);
  const model = scriptedModel(() => ({ calls: [{ name: "no_such_tool", input: {} }] }));
  expect(await runTurn(turn.ports, scriptedChain(model))).toEqual({ rule: "repeated_issues" });
  expect(model.asked).toHaveLength(2);
});

test("a broken input goes back to the model as an issue and the turn goes on", async () => {
  const turn = memoryTurn(givenTurn("Write it"), givenLeads);
  const model = scriptedModel([
    { calls: [{ name: "update_skeleton", input: '{"base_version":0,"skeleton":{"subj' }] },
    { calls: [plan] },
    { calls: [done] },
  ]);
  expect(await runTurn(turn.ports, scriptedChain(model))).toEqual({ rule: "finish" });
  expect(turn.results()[0]).toMatchObject({ ok: false, issues: [{ code: "broken_json" }] });
  expect(turn.state().session.skeleton?.framework_version).toBe(1);
});

test("finishing beside a refused update does not end the turn", async () => {
  const turn = memoryTurn(givenTurn("Write it"), givenLeads);
  const model = scriptedModel([
    { calls: [{ name: "update_draft", input: { base_revision: 1, edits: [], claims: [] } }, done] },
    { text: "That did not work out: there is no plan yet." },
  ]);
  expect(await runTurn(turn.ports, scriptedChain(model))).toEqual({ rule: "answered" });
  expect(turn.results()[1]).toMatchObject({ ok: false, issues: [{ code: "update_refused" }] });
});

test("a turn's time is counted between stored instants, over a crash", async () => {
  const turn = memoryTurn(givenTurn("Hello"), givenLeads);
  let now = 0;
  const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) };
  const model = scriptedModel(() => {
    now += 100_000;
    return { calls: [{ name: "read_context", input: { query: `at ${now}` } }] };
  });
  turn.crashOnce({ step: "llm-2", at: "before" });
  const { value } = await runToEnd(() => runTurn(turn.ports, scriptedChain(model), { clock }));
  expect(value.rule).toBe("time");
  expect(model.asked).toHaveLength(3);
});

test("a refusal is not passed on to another model", async () => {
  const turn = memoryTurn(givenTurn("Hello"), givenLeads);
  const other = scriptedModel([{ text: "I would." }], "other");
  const { rule } = await runTurn(
    turn.ports,
    scriptedChain(scriptedModel([{ text: "I", finish: "content-filter" }]), other),
  );
  expect(rule).toBe("refused");
  expect(other.asked).toHaveLength(0);
  expect(turn.ends[0]?.text).toContain("declined");
});

test("a cancelled run stops silently: nothing more is written and the reason is thrown unchanged", async () => {
  const turn = memoryTurn(givenTurn("Hello"), givenLeads);
  const model = scriptedModel(() => {
    turn.cancel();
    return { hangs: true };
  });
  await expect(runTurn(turn.ports, scriptedChain(model))).rejects.toThrow("cancelled");
  expect(turn.ends).toHaveLength(0);
  expect(turn.answers.size).toBe(0);
});

test("an edit by the person while the run works turns its draft into a proposal", async () => {
  const turn = memoryTurn(givenTurn("Write to finance leads about month-end."), givenLeads);
  const model = scriptedModel((call) => {
    if (call === 2) turn.personWrites("Mine", "My own words.");
    return good[call - 1] ?? {};
  });
  expect(await runTurn(turn.ports, scriptedChain(model))).toEqual({ rule: "finish" });
  expect(turn.proposals).toHaveLength(1);
  expect(turn.state().session.draft?.body).toBe("My own words.");
});

test("a call that a small model wrote out as text is executed, and its text is not shown as the reply", async () => {
  const turn = memoryTurn(givenTurn("Thanks"), givenLeads);
  await runTurn(
    turn.ports,
    scriptedChain(scriptedModel([{ text: '{"name":"finish","arguments":{"summary":"You are welcome."}}' }])),
  );
  expect(turn.ends[0]).toMatchObject({ rule: "finish", text: "You are welcome." });
});

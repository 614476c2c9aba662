import { expect, test } from "vitest";
import { createModels } from "./models/registry.ts";
import { runExamples } from "./run-examples.ts";
import { chat } from "./testing/chat.ts";
import { givenLeads, givenTurn } from "./testing/given-turn.ts";
import { memoryExamples } from "./testing/memory-examples.ts";

const models = createModels({ offlinePaceMs: 0 });
const first =
  "Write a first email to finance leads at logistics companies. We sell Ledgerly, accounting software for finance teams. Their problem is that month-end takes nine days. Ask for a short call.";

function words(text: string | undefined): number {
  return (text ?? "").split(/\s+/).filter(Boolean).length;
}

test("four turns with the offline model write a draft, shorten it, change its ask and keep a word out", async () => {
  const created = await chat(givenTurn(first), givenLeads, models);
  const draft = created.turn.state().session.draft;
  expect(created.turn.state().session.skeleton?.framework_version).toBe(1);
  expect(draft).toMatchObject({ number: 1, author: "ai" });
  expect(created.turn.reports.at(-1)?.counts.fail.error).toBe(0);
  expect(created.turn.usage.every(({ usd_micros }) => usd_micros === 0)).toBe(true);

  const shorter = await chat(created.next("Make it shorter."), givenLeads, models);
  expect(words(shorter.turn.state().session.draft?.body)).toBeLessThan(words(draft?.body));

  const asked = await chat(shorter.next("Change the ask to a demo."), givenLeads, models);
  const body = asked.turn.state().session.draft?.body ?? "";
  expect(body).toMatch(/demo/i);
  expect(body.match(/\?/g)).toHaveLength(1);

  const banned = await chat(asked.next("Never use the word team."), givenLeads, models);
  expect(banned.turn.state().session.brief.banned).toEqual(["team"]);
  expect(banned.turn.state().session.draft?.body).not.toMatch(/\bteam\b/i);
  expect(banned.turn.ends[0]?.text).not.toBe("");
});

test("a crash at any step of a turn leaves exactly what a turn without one does", async () => {
  const calm = await chat(givenTurn(first), givenLeads, models);
  const steps = [...new Set(calm.turn.events.map(({ step }) => step))];
  for (const step of [...steps, "load", "end"]) {
    for (const at of ["before", "unacknowledged"] as const) {
      const rough = await chat(givenTurn(first), givenLeads, models, [{ step, at }]);
      expect(rough.turn.state().session).toEqual(calm.turn.state().session);
      expect(rough.turn.ends).toEqual(calm.turn.ends);
      expect(rough.turn.usage).toHaveLength(calm.turn.usage.length);
    }
  }
});

test("examples of the offline model carry evidence for every personal sentence", async () => {
  const { turn } = await chat(givenTurn(first), givenLeads, models);
  const { skeleton, draft, brief } = turn.state().session;
  const { facts, campaign } = turn.state();
  const base = { draft, facts, brief, sender: campaign.sender };
  const run = memoryExamples(skeleton === null ? base : { ...base, skeleton });
  await runExamples(run.ports, models);
  const examples = [...run.written.values()];
  expect(examples.map(({ status }) => status)).toEqual(["written", "written", "written"]);
  expect(new Set(examples.map(({ body }) => body)).size).toBe(3);
  const claims = examples.flatMap(({ evidence }) => evidence);
  expect(claims.filter(({ claim, evidence }) => claim.kind !== "named" && evidence.length === 0)).toEqual([]);
});

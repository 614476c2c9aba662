import { draftVersions, sessionEvents, toolResults } from "@longhand/db";
import type { ToolEffect } from "@longhand/writer";
import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { givenSession, type SessionWorld } from "../../testing/given.ts";
import { cancelRun } from "../runs/cancel-run.ts";
import type { Lease } from "../runs/lease.ts";
import { takeRun } from "../runs/take-run.ts";
import { getSession } from "../sessions/get-session.ts";
import { updateSession } from "../sessions/update-session.ts";
import { commitTool } from "./commit-tool.ts";
import { startTurn } from "./start-turn.ts";

const report = { results: [], counts: { pass: zero(), fail: zero(), unknown: zero() }, ready: "yes" } as const;

test("a draft of the run is a version, and a repeat of the call returns what was stored", async () => {
  const { world, lease } = await givenTaken();
  const first = await commitTool(world.ctx, lease, call("a"), draft("Hi there, shall we talk?"));
  expect(first).toMatchObject({ ok: true, version: 1, revision: 2 });
  expect(await commitTool(world.ctx, lease, call("a"), draft("Something else"))).toEqual(first);
  expect(await getSession(world.ctx, { sessionId: world.sessionId })).toMatchObject({
    revision: 2,
    draftVersion: 1,
    draftBody: "Hi there, shall we talk?",
    proposal: null,
  });
});

test("the run's own writes move its base along", async () => {
  const { world, lease } = await givenTaken();
  await commitTool(world.ctx, lease, call("a"), draft("One"));
  expect(await commitTool(world.ctx, lease, call("b"), draft("Two"))).toMatchObject({ version: 2, revision: 3 });
});

test("when a person has edited meanwhile the run's draft is a proposal, and its later ones amend it", async () => {
  const { world, lease } = await givenTaken();
  await commitTool(world.ctx, lease, call("a"), draft("Hi there, shall we talk?"));
  await updateSession(world.ctx, { sessionId: world.sessionId, draftBody: "Hi there, shall we meet on Monday?" });
  const proposed = await commitTool(world.ctx, lease, call("b"), draft("Hello there, shall we talk?"));
  expect(proposed).toMatchObject({ ok: true, proposal_id: expect.any(String) });
  expect(await commitTool(world.ctx, lease, call("c"), draft("Good day there, shall we talk?"))).toEqual(proposed);
  const session = await getSession(world.ctx, { sessionId: world.sessionId });
  expect(session).toMatchObject({
    draftVersion: 2,
    draftBody: "Hi there, shall we meet on Monday?",
    draftAuthor: "user",
    proposal: { runId: lease.runId, target: "draft" },
  });
});

test("a title given meanwhile is no edit of words: the run's draft stays a version", async () => {
  const { world, lease } = await givenTaken();
  await updateSession(world.ctx, { sessionId: world.sessionId, title: "Month-end" });
  expect(await commitTool(world.ctx, lease, call("a"), draft("Hi there"))).toMatchObject({ version: 1 });
});

test("a displaced, a cancelled and a settled writer write nothing", async () => {
  const { world, lease } = await givenTaken();
  const newer = await takeRun(world.ctx, { runId: lease.runId, dispatch: 1, engineRunId: "engine", repeat: true });
  if (newer === undefined) throw new Error("the run could not be taken again");
  const before = await written(world);
  await expect(commitTool(world.ctx, lease, call("a"), draft("Late"))).rejects.toMatchObject({ reason: "fenced" });
  await cancelRun(world.ctx, { runId: lease.runId });
  await expect(commitTool(world.ctx, newer, call("a"), draft("Late"))).rejects.toMatchObject({ reason: "cancelled" });
  expect(await written(world)).toEqual(before);
});

test("a person who saves in the very moment a run commits keeps every word, and the run's are a version or a proposal", async () => {
  for (let round = 0; round < 30; round += 1) {
    const { world, lease } = await givenTaken();
    const save = () => updateSession(world.ctx, { sessionId: world.sessionId, draftBody: "My own words." });
    const commit = () => commitTool(world.ctx, lease, call("a"), draft("The run's words."));
    // Whoever is asked second wins about as often.
    const both = round % 2 === 0 ? [save(), commit()] : [commit(), save()];
    await Promise.all(both);
    const session = await getSession(world.ctx, { sessionId: world.sessionId });
    expect(session).toMatchObject({ draftBody: "My own words.", draftAuthor: "user" });
    const versioned = session.draftHistory?.some(({ body }) => body === "The run's words.") ?? false;
    expect(session.proposal !== null).toBe(!versioned);
  }
});

function zero() {
  return { error: 0, warning: 0, info: 0 };
}

function call(callId: string) {
  return { step: `tool-1-${callId}`, callId };
}

function draft(body: string): ToolEffect {
  return {
    kind: "draft",
    base_revision: 1,
    subject: "A question",
    body,
    block_spans: [],
    notes: null,
    claims: [],
    evidence: [],
    report,
    result: { ok: true },
  };
}

async function givenTaken(): Promise<{ world: SessionWorld; lease: Lease }> {
  const world = await givenSession();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  const lease = await takeRun(world.ctx, { runId, dispatch: 1, engineRunId: "engine", repeat: false });
  if (lease === undefined) throw new Error("the run could not be taken");
  return { world, lease };
}

async function written({ database: { db }, sessionId }: SessionWorld): Promise<unknown> {
  const drafts = await db.select({ rows: count() }).from(draftVersions).where(eq(draftVersions.sessionId, sessionId));
  const events = await db.select({ rows: count() }).from(sessionEvents).where(eq(sessionEvents.sessionId, sessionId));
  const results = await db.select({ rows: count() }).from(toolResults);
  return { drafts, events, results };
}

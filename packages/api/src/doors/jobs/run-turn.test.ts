import { llmUsage } from "@longhand/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { givenEngine } from "../../testing/engine.ts";
import { givenLeads, givenSession } from "../../testing/given.ts";
import { refusedKey, scriptedModel } from "../../testing/scripted-model.ts";
import { writesDraft } from "../../testing/scripts.ts";
import { findLastRun } from "../../verbs/runs/find-last-run.ts";
import { getRun } from "../../verbs/runs/get-run.ts";
import { getSession } from "../../verbs/sessions/get-session.ts";
import { updateSession } from "../../verbs/sessions/update-session.ts";
import { retryTurn } from "../../verbs/turns/retry-turn.ts";
import { startTurn } from "../../verbs/turns/start-turn.ts";

test("a turn leaves skeleton, draft, answer and cost, and the session free", async () => {
  const world = await givenSession();
  await givenLeads(world);
  await using engine = await givenEngine(world, { model: scriptedModel(writesDraft) });
  const { runId } = await startTurn(engine.ctx, {
    sessionId: world.sessionId,
    message: "Write to finance leads about month-end.",
  });
  const events = await engine.untilEnded(world.sessionId, runId);
  const session = await getSession(engine.ctx, { sessionId: world.sessionId });
  expect(session).toMatchObject({
    taskStatus: null,
    frameworkVersion: 1,
    draftVersion: 1,
    revision: 3,
    lastRun: { id: runId, status: "succeeded", error: null },
  });
  expect(session.messages).toMatchObject([
    { role: "user", status: "complete", runId },
    {
      role: "assistant",
      status: "complete",
      runId,
      content: "The first draft is written.",
      details: { draftVersion: 1, frameworkVersion: 1, rule: "finish" },
    },
  ]);
  expect(session.title).not.toBeNull();
  expect(await getRun(engine.ctx, { runId })).toMatchObject({
    usage: { inputTokens: 3000, outputTokens: 300, costUsd: null, estimated: false },
  });
  expect(await world.database.db.select().from(llmUsage).where(eq(llmUsage.runId, runId))).toHaveLength(3);
  const kinds = events.map((event) => event.kind);
  expect(kinds.slice(0, 3)).toEqual(["run.queued", "message.added", "run.started"]);
  expect(kinds.at(-1)).toBe("run.ended");
  expect(kinds.filter((kind) => kind === "artifact.version")).toHaveLength(2);
  expect(kinds.filter((kind) => kind === "run.started")).toHaveLength(1);
  expect(events.map((event) => event.seq)).toEqual(events.map((event) => event.seq).toSorted((a, b) => a - b));
});

test("a person's edit during a turn is kept, and the turn's draft becomes a proposal", async () => {
  const world = await givenSession();
  await givenLeads(world);
  const edited = Promise.withResolvers<void>();
  const model = scriptedModel(async (call) => {
    if (call.number === 2) await edited.promise;
    return writesDraft(call);
  });
  await using engine = await givenEngine(world, { model });
  const { runId } = await startTurn(engine.ctx, { sessionId: world.sessionId, message: "Write to finance leads." });
  while (model.calls.length < 2) await new Promise((resolve) => setImmediate(resolve));
  await updateSession(engine.ctx, {
    sessionId: world.sessionId,
    draftSubject: "My own subject",
    draftBody: "My own words.",
  });
  edited.resolve();
  await engine.untilEnded(world.sessionId, runId);
  const session = await getSession(engine.ctx, { sessionId: world.sessionId });
  expect(session).toMatchObject({
    draftSubject: "My own subject",
    draftBody: "My own words.",
    draftVersion: 1,
    draftAuthor: "user",
    proposal: { runId, target: "draft" },
  });
  expect(session.messages?.at(-1)?.details).toMatchObject({ proposalId: session.proposal?.id });
});

test("a model that refuses the key fails the run with its reason, keeps the message and frees the session", async () => {
  const world = await givenSession();
  await using engine = await givenEngine(world, { model: scriptedModel(() => ({ fails: refusedKey() })) });
  const { runId } = await startTurn(engine.ctx, { sessionId: world.sessionId, message: "Hello" });
  const events = await engine.untilEnded(world.sessionId, runId);
  expect(events.at(-1)).toMatchObject({
    payload: { status: "failed", error: { code: "no_access", retryable: false } },
  });
  const session = await getSession(engine.ctx, { sessionId: world.sessionId });
  expect(session).toMatchObject({ taskStatus: null, messages: [{ role: "user", content: "Hello", status: "failed" }] });
});

test("a provider that fails once is asked again within seconds, and half a text is not left behind", async () => {
  const world = await givenSession();
  const model = scriptedModel(({ number }) =>
    number === 1 ? { fails: new TypeError("fetch failed") } : { text: "All right." },
  );
  await using engine = await givenEngine(world, { model });
  const { runId } = await startTurn(engine.ctx, { sessionId: world.sessionId, message: "Hello" });
  const events = await engine.untilEnded(world.sessionId, runId);
  expect(model.calls).toHaveLength(2);
  expect(events.at(-1)).toMatchObject({ payload: { status: "succeeded", error: null } });
});

test("a failed turn can be tried again: a new run answers the same message", async () => {
  const world = await givenSession();
  {
    await using broken = await givenEngine(world, { model: scriptedModel(() => ({ fails: refusedKey() })) });
    const { runId } = await startTurn(broken.ctx, { sessionId: world.sessionId, message: "Hello" });
    await broken.untilEnded(world.sessionId, runId);
  }
  await using engine = await givenEngine(world);
  const first = await findLastRun(engine.ctx, world.sessionId);
  const old = { runId: first?.id ?? "" };
  const second = await retryTurn(engine.ctx, old);
  await engine.untilEnded(world.sessionId, second.runId);
  const session = await getSession(engine.ctx, { sessionId: world.sessionId });
  expect(session.messages).toMatchObject([
    { role: "user", content: "Hello", runId: second.runId, status: "complete" },
    { role: "assistant", content: "All right.", runId: second.runId },
  ]);
  await expect(retryTurn(engine.ctx, old)).rejects.toMatchObject({ code: "invalid_input" });
  await expect(retryTurn(engine.ctx, { runId: second.runId })).rejects.toMatchObject({ code: "invalid_input" });
});

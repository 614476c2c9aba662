import { llmCalls, llmUsage, runs, sessionEvents } from "@longhand/db";
import { runTurn } from "@longhand/writer";
import { and, eq } from "drizzle-orm";
import { RetryAfterError } from "inngest";
import { expect, test } from "vitest";
import { createHub, type Hub } from "../../base/hub.ts";
import { givenLeads, givenSession, type SessionWorld } from "../../testing/given.ts";
import { scriptedModel } from "../../testing/scripted-model.ts";
import { writesDraft } from "../../testing/scripts.ts";
import { takeRun } from "../../verbs/runs/take-run.ts";
import { getSession } from "../../verbs/sessions/get-session.ts";
import { removeSession } from "../../verbs/sessions/remove-session.ts";
import { startTurn } from "../../verbs/turns/start-turn.ts";
import { durableStep, Halted, type Job } from "./durable-step.ts";
import { createTurnScope } from "./turn-scope.ts";

const steps = ["load", "llm-1", "tool-1-1-0", "llm-2", "tool-2-2-0", "llm-3", "tool-3-3-0", "end"];

for (const lost of steps) {
  test(`a worker that dies after ${lost} and before its acknowledgement costs no second call, version or answer`, async () => {
    const world = await givenSession();
    await givenLeads(world);
    const model = scriptedModel(writesDraft);
    const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Write to finance leads." });
    const memo = new Map<string, unknown>();
    let crashes = 0;
    const job = givenJob(world, runId, async (id, work) => {
      if (memo.has(id)) return memo.get(id);
      const result: unknown = await work();
      if (id === lost && crashes === 0) {
        crashes += 1;
        throw new Error("the process is gone");
      }
      memo.set(id, result);
      return result;
    });
    const turn = () =>
      runTurn({ step: (id, work) => durableStep(job, id, (held) => work(createTurnScope(held))) }, model.chain);
    await expect(turn()).rejects.toThrow("the process is gone");
    // A worker that dies after the end was stored has nothing left to do; the run says so.
    const again = await turn().then(
      () => "worked",
      (error: unknown) => (error instanceof Halted ? error.reason : error),
    );
    expect(again).toBe(lost === "end" ? "over" : "worked");
    expect(model.calls).toHaveLength(3);
    const { db } = world.database;
    expect(await db.select().from(llmCalls).where(eq(llmCalls.runId, runId))).toHaveLength(3);
    expect(await db.select().from(llmUsage).where(eq(llmUsage.runId, runId))).toHaveLength(3);
    const session = await getSession(world.ctx, { sessionId: world.sessionId });
    expect(session).toMatchObject({ frameworkVersion: 1, draftVersion: 1, lastRun: { status: "succeeded" } });
    expect(session.messages).toHaveLength(2);
    const ends = await db
      .select()
      .from(sessionEvents)
      .where(and(eq(sessionEvents.sessionId, world.sessionId), eq(sessionEvents.kind, "run.ended")));
    expect(ends).toHaveLength(1);
  });
}

test("a second engine run of the same dispatch finds the run taken and ends without a word", async () => {
  const world = await givenSession();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  await takeRun(world.ctx, { runId, dispatch: 1, engineRunId: "engine-1", repeat: false });
  const job = { ...givenJob(world, runId, (_, work) => work()), engineRunId: "engine-2" };
  await expect(durableStep(job, "load", async () => null)).rejects.toMatchObject({ reason: "over" });
});

test("a displaced worker asks to run again only when its successor must have finished", async () => {
  const world = await givenSession();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  const job = givenJob(world, runId, (_, work) => work());
  const displaced = durableStep(job, "llm-1", async (held) => {
    await takeRun(world.ctx, { runId, dispatch: 1, engineRunId: "engine", repeat: true });
    await createTurnScope(held).append([{ kind: "text.delta", payload: { text: "late" } }]);
    return null;
  });
  await expect(displaced).rejects.toSatisfy((error) => error instanceof RetryAfterError && error.retryAfter === "130");
  const deltas = await world.database.db
    .select()
    .from(sessionEvents)
    .where(and(eq(sessionEvents.sessionId, world.sessionId), eq(sessionEvents.kind, "text.delta")));
  expect(deltas).toEqual([]);
});

test("a worker whose session is deleted is told, writes nothing more and ends", async () => {
  const world = await givenSession();
  const hub = createHub({ sql: world.database.sql });
  const ctx = { ...world.ctx, wake: { session: (id: string) => hub.wake(id), outbox() {}, watchdog() {} } };
  const { runId } = await startTurn(ctx, { sessionId: world.sessionId, message: "Hello" });
  const job = { ...givenJob(world, runId, (_, work) => work(), hub), ctx };
  const working = durableStep(job, "llm-1", async (held) => {
    const scope = createTurnScope(held);
    await scope.append([{ kind: "text.delta", payload: { text: "Let me" } }]);
    const told = new Promise<void>((resolve) => scope.signal.addEventListener("abort", () => resolve()));
    await removeSession(ctx, { sessionId: world.sessionId });
    await told;
    await scope.endTurn({
      text: "Done.",
      rule: "finish",
      used: { facts: [], fields: [], checks: [] },
      model: "scripted",
    });
    return null;
  });
  await expect(working).rejects.toBeInstanceOf(Halted);
  const { db } = world.database;
  expect(await db.select().from(runs).where(eq(runs.id, runId))).toEqual([]);
  expect(await db.select().from(sessionEvents).where(eq(sessionEvents.sessionId, world.sessionId))).toEqual([]);
  expect(hub.waiters).toBe(0);
});

test("a process that shuts down asks for its step to be run again", async () => {
  const world = await givenSession();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  const shutdown = new AbortController();
  const job = { ...givenJob(world, runId, (_, work) => work()), shutdown: shutdown.signal };
  const working = durableStep(job, "llm-1", async (held) => {
    shutdown.abort(new Error("shutting down"));
    held.watch.signal.throwIfAborted();
    return null;
  });
  await expect(working).rejects.toBeInstanceOf(RetryAfterError);
  expect(await world.database.db.select().from(runs).where(eq(runs.id, runId))).toMatchObject([{ status: "running" }]);
});

function givenJob(
  world: SessionWorld,
  runId: string,
  run: Job["run"],
  hub: Hub = createHub({ sql: world.database.sql }),
): Job {
  return {
    ctx: world.ctx,
    hub,
    request: { runId, dispatchId: 1, userId: world.userId, kind: "chat" },
    engineRunId: "engine",
    attempt: 0,
    shutdown: undefined,
    onError: undefined,
    run,
  };
}

import { chatMessages, outbox, runs } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { givenEngine } from "../../testing/engine.ts";
import { givenAccount, givenSession } from "../../testing/given.ts";
import { scriptedModel } from "../../testing/scripted-model.ts";
import { followLog } from "../events/follow-log.ts";
import { getSession } from "../sessions/get-session.ts";
import { startTurn } from "../turns/start-turn.ts";
import { cancelRun } from "./cancel-run.ts";
import { takeRun } from "./take-run.ts";

test("a queued run is cancelled on the spot and never begins", async () => {
  const world = await givenSession();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  expect(await cancelRun(world.ctx, { runId })).toMatchObject({ id: runId, status: "cancelled" });
  expect(await takeRun(world.ctx, { runId, dispatch: 1, engineRunId: "engine", repeat: false })).toBeUndefined();
  const session = await getSession(world.ctx, { sessionId: world.sessionId });
  expect(session).toMatchObject({ taskStatus: null, messages: [{ role: "user", status: "cancelled" }] });
});

test("a working run stops, keeps what it has said and says nothing more", async () => {
  const world = await givenSession();
  const speaking = Promise.withResolvers<void>();
  const model = scriptedModel(() => {
    speaking.resolve();
    return { text: "I would begin with the reader's month.", holds: new Promise(() => {}) };
  });
  await using engine = await givenEngine(world, { model });
  const { runId } = await startTurn(engine.ctx, { sessionId: world.sessionId, message: "Hello" });
  await speaking.promise;
  await untilSaid(engine, world.sessionId, "month.");
  expect(await cancelRun(engine.ctx, { runId })).toMatchObject({ status: "running" });
  const events = await engine.untilEnded(world.sessionId, runId);
  expect(model.calls[0]?.signal?.aborted).toBe(true);
  expect(events.at(-1)).toMatchObject({ kind: "run.ended", payload: { status: "cancelled", error: null } });
  const session = await getSession(engine.ctx, { sessionId: world.sessionId });
  expect(session.taskStatus).toBeNull();
  expect(session.messages).toMatchObject([
    { role: "user", status: "cancelled" },
    { role: "assistant", status: "cancelled", content: "I would begin with the reader's month." },
  ]);
  expect(session.lastRun).toMatchObject({ status: "cancelled", usage: { estimated: true } });
});

test("a late or repeated cancel changes nothing and tells how the run ended", async () => {
  const world = await givenSession();
  await using engine = await givenEngine(world);
  const { runId } = await startTurn(engine.ctx, { sessionId: world.sessionId, message: "Hello" });
  const events = await engine.untilEnded(world.sessionId, runId);
  expect(await cancelRun(engine.ctx, { runId })).toMatchObject({ status: "succeeded" });
  expect(await cancelRun(engine.ctx, { runId })).toMatchObject({ status: "succeeded" });
  expect((await engine.untilEnded(world.sessionId, runId)).at(-1)).toEqual(events.at(-1));
});

test("a run whose worker is gone is cancelled at once, and the worker is fenced", async () => {
  const world = await givenSession();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  await takeRun(world.ctx, { runId, dispatch: 1, engineRunId: "engine", repeat: false });
  const { db } = world.database;
  await db
    .update(runs)
    .set({ heartbeatAt: sql`clock_timestamp() - interval '6 seconds'` })
    .where(eq(runs.id, runId));
  expect(await cancelRun(world.ctx, { runId })).toMatchObject({ status: "cancelled" });
  expect(await db.select().from(runs).where(eq(runs.id, runId))).toMatchObject([{ leaseEpoch: 2 }]);
  expect(
    await db
      .select()
      .from(outbox)
      .where(eq(outbox.dedupeKey, `${runId}:cancel`)),
  ).toHaveLength(1);
  expect(await db.select().from(chatMessages).where(eq(chatMessages.sessionId, world.sessionId))).toHaveLength(1);
});

test("a run that waits for its next try is cancelled at once", async () => {
  const world = await givenSession();
  const failed = Promise.withResolvers<void>();
  await using engine = await givenEngine(world, {
    model: scriptedModel(() => ({ fails: new TypeError("fetch failed") })),
    onError: () => failed.resolve(),
  });
  const { runId } = await startTurn(engine.ctx, { sessionId: world.sessionId, message: "Hello" });
  await failed.promise;
  await expect
    .poll(async () => (await world.database.db.select().from(runs).where(eq(runs.id, runId)))[0]?.error)
    .not.toBeNull();
  expect(await cancelRun(engine.ctx, { runId })).toMatchObject({ status: "cancelled", error: null });
  expect(await getSession(engine.ctx, { sessionId: world.sessionId })).toMatchObject({ taskStatus: null });
});

test("a run of somebody else cannot be seen or cancelled", async () => {
  const world = await givenSession();
  const stranger = await givenAccount();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  await expect(cancelRun(stranger.ctx, { runId })).rejects.toMatchObject({ code: "not_found" });
  await expect(cancelRun(stranger.ctx, { runId: v7() })).rejects.toMatchObject({ code: "not_found" });
  expect(await world.database.db.select().from(runs).where(eq(runs.id, runId))).toMatchObject([
    { status: "queued", cancelRequestedAt: null },
  ]);
});

async function untilSaid(
  engine: Awaited<ReturnType<typeof givenEngine>>,
  sessionId: string,
  word: string,
): Promise<void> {
  for await (const batch of followLog(engine.hub, { sessionId, after: 0 }, AbortSignal.timeout(25_000))) {
    if (
      batch.some(
        (item) => item.type === "event" && item.event.kind === "text.delta" && item.event.payload.text.includes(word),
      )
    )
      return;
  }
}

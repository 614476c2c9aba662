import { outbox, runs } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { givenSession, type SessionWorld } from "../../testing/given.ts";
import { startTurn } from "../turns/start-turn.ts";
import { appendEvents } from "../events/append-events.ts";
import { getRun } from "./get-run.ts";
import type { Lease } from "./lease.ts";
import { sweepRuns } from "./sweep-runs.ts";
import { takeRun } from "./take-run.ts";

const engineRunId = "engine-1";
const idle = async () => false;

test("a run queued for more than five minutes fails as not dispatched", async () => {
  const { world, runId } = await givenRun();
  await age(world, runId, { createdAt: sql`now() - interval '301 seconds'` });
  expect(await sweepRuns(world.ctx, idle)).toMatchObject({ failed: 1 });
  expect(await getRun(world.ctx, { runId })).toMatchObject({
    status: "failed",
    error: { code: "dispatch_failed", retryable: true },
  });
});

test("a silent run is sent once more under a new dispatch, then given up", async () => {
  const { world, runId, lease } = await givenTaken();
  await age(world, runId, { heartbeatAt: sql`now() - interval '46 seconds'` });
  expect(await sweepRuns(world.ctx, idle)).toMatchObject({ sentAgain: 1, failed: 0 });
  const { db } = world.database;
  expect(
    await db
      .select()
      .from(outbox)
      .where(eq(outbox.dedupeKey, `${runId}:2`)),
  ).toMatchObject([{ payload: { data: { runId, dispatchId: 2 } } }]);
  await expect(
    appendEvents(world.ctx, lease, "llm-1", [{ kind: "text.delta", payload: { text: "late" } }]),
  ).rejects.toMatchObject({ reason: "fenced" });
  expect(await takeRun(world.ctx, { runId, dispatch: 1, engineRunId, repeat: true })).toBeUndefined();
  expect(await takeRun(world.ctx, { runId, dispatch: 2, engineRunId: "engine-2", repeat: false })).toMatchObject({
    epoch: 3,
  });
  await age(world, runId, { heartbeatAt: sql`now() - interval '46 seconds'` });
  expect(await sweepRuns(world.ctx, idle)).toMatchObject({ sentAgain: 0, failed: 1 });
  expect(await getRun(world.ctx, { runId })).toMatchObject({ status: "failed", error: { code: "worker_lost" } });
});

test("a silent run that the executor has planned to go on with is left alone", async () => {
  const { world, runId } = await givenTaken();
  await age(world, runId, { heartbeatAt: sql`now() - interval '10 minutes'` });
  const asked: string[] = [];
  await sweepRuns(world.ctx, async (id) => asked.push(id) > 0);
  expect(asked).toEqual([engineRunId]);
  expect(await getRun(world.ctx, { runId })).toMatchObject({ status: "running" });
});

test("where the executor cannot be asked, a run is lost only after two minutes", async () => {
  const { world, runId } = await givenTaken();
  await age(world, runId, { heartbeatAt: sql`now() - interval '119 seconds'` });
  expect(await sweepRuns(world.ctx, undefined)).toMatchObject({ sentAgain: 0 });
  await age(world, runId, { heartbeatAt: sql`now() - interval '121 seconds'` });
  expect(await sweepRuns(world.ctx, undefined)).toMatchObject({ sentAgain: 1 });
});

test("a cancel that nobody has answered for ten seconds is settled", async () => {
  const { world, runId } = await givenTaken();
  await age(world, runId, { cancelRequestedAt: sql`now() - interval '11 seconds'` });
  expect(await sweepRuns(world.ctx, idle)).toMatchObject({ cancelled: 1 });
  expect(await getRun(world.ctx, { runId })).toMatchObject({ status: "cancelled", error: null });
});

test("a chat run of more than ten minutes has taken too long, however lively it is", async () => {
  const { world, runId } = await givenTaken();
  await age(world, runId, { startedAt: sql`now() - interval '601 seconds'` });
  expect(await sweepRuns(world.ctx, idle)).toMatchObject({ failed: 1 });
  expect(await getRun(world.ctx, { runId })).toMatchObject({ status: "failed", error: { code: "timed_out" } });
});

test("a lively run is left alone", async () => {
  const { world, runId } = await givenTaken();
  expect(await sweepRuns(world.ctx, idle)).toEqual({ cancelled: 0, failed: 0, sentAgain: 0 });
  expect(await getRun(world.ctx, { runId })).toMatchObject({ status: "running" });
});

test("of two sweeps at once, one works and the other steps aside", async () => {
  const { world, runId } = await givenTaken();
  await age(world, runId, { heartbeatAt: sql`now() - interval '46 seconds'` });
  const asked = Promise.withResolvers<void>();
  const go = Promise.withResolvers<boolean>();
  const first = sweepRuns(world.ctx, () => {
    asked.resolve();
    return go.promise;
  });
  await asked.promise;
  expect(await sweepRuns(world.ctx, idle)).toBeUndefined();
  go.resolve(false);
  expect(await first).toMatchObject({ sentAgain: 1 });
});

async function givenRun(): Promise<{ world: SessionWorld; runId: string }> {
  const world = await givenSession();
  await world.database.db.delete(runs);
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  return { world, runId };
}

async function givenTaken(): Promise<{ world: SessionWorld; runId: string; lease: Lease }> {
  const { world, runId } = await givenRun();
  const lease = await takeRun(world.ctx, { runId, dispatch: 1, engineRunId, repeat: false });
  if (lease === undefined) throw new Error("the run could not be taken");
  return { world, runId, lease };
}

async function age(
  world: SessionWorld,
  runId: string,
  values: Partial<Record<"createdAt" | "heartbeatAt" | "cancelRequestedAt" | "startedAt", ReturnType<typeof sql>>>,
): Promise<void> {
  await world.database.db.update(runs).set(values).where(eq(runs.id, runId));
}

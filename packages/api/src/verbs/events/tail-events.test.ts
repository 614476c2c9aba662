import { sessionEvents } from "@longhand/db";
import { eq, lt } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createHub, type Hub } from "../../base/hub.ts";
import { inTransaction } from "../../base/transaction.ts";
import { givenEngine } from "../../testing/engine.ts";
import { givenAccount, givenLeads, givenSession, type SessionWorld } from "../../testing/given.ts";
import { scriptedModel } from "../../testing/scripted-model.ts";
import { writesDraft } from "../../testing/scripts.ts";
import { removeSession } from "../sessions/remove-session.ts";
import { startTurn } from "../turns/start-turn.ts";
import { appendSessionEvents } from "./append-session-events.ts";
import type { SessionEvent, StreamItem } from "./contract.ts";
import { tailEvents } from "./tail-events.ts";

test("from any cursor a reader ends with the same log, whatever it had missed", async () => {
  const world = await givenSession();
  await givenLeads(world);
  await using engine = await givenEngine(world, { model: scriptedModel(writesDraft) });
  const { runId } = await startTurn(engine.ctx, { sessionId: world.sessionId, message: "Write to finance leads." });
  const live = await engine.untilEnded(world.sessionId, runId);
  const last = live.at(-1)?.seq ?? 0;
  const whole = reduce(live);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: last - 1 }),
      fc.uniqueArray(fc.integer({ min: 1, max: last }), { maxLength: 6 }),
      async (watched, stops) => {
        // A client that watched live up to a number, and was cut off at each of the others.
        const seen: SessionEvent[] = live.filter((event) => event.seq <= watched);
        for (const stop of [...stops.toSorted((a, b) => a - b), last]) {
          const cursor = seen.at(-1)?.seq ?? 0;
          for (const event of await readTo(world, engine.hub, cursor, stop)) seen.push(event);
        }
        const numbers = seen.map((event) => event.seq);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        expect(reduce(seen)).toEqual(whole);
      },
    ),
    { numRuns: 40 },
  );
});

test("many readers of one session, each from its own cursor, all see every event once and in order", async () => {
  const world = await givenSession();
  const hub = createHub({ sql: world.database.sql });
  const ctx = { ...world.ctx, wake: { session: (id: string) => hub.wake(id), outbox() {}, watchdog() {} } };
  await say(ctx, world.sessionId, 10);
  const readers = Array.from({ length: 30 }, (_, index) => readTo(world, hub, index % 8, 400));
  for (let round = 0; round < 39; round += 1) await say(ctx, world.sessionId, 10);
  for (const [index, events] of (await Promise.all(readers)).entries()) {
    expect(events.map((event) => event.seq)).toEqual(
      Array.from({ length: 400 - (index % 8) }, (_, at) => at + 1 + (index % 8)),
    );
  }
  expect(hub.waiters).toBe(0);
});

test("events of another process arrive without its hub", async () => {
  const world = await givenSession();
  const here = createHub({ sql: world.database.sql });
  const there = createHub({ sql: world.database.sql });
  await here.start();
  await there.start();
  try {
    const reading = readTo(world, here, 0, 3);
    await say(
      { ...world.ctx, wake: { session: (id: string) => there.wake(id), outbox() {}, watchdog() {} } },
      world.sessionId,
      3,
    );
    expect(await reading).toHaveLength(3);
  } finally {
    await here.stop();
    await there.stop();
  }
});

test("a lost wake-up is found by the sweep", async () => {
  const world = await givenSession();
  const hub = createHub({ sql: world.database.sql });
  await hub.start();
  try {
    const reading = readTo(world, hub, 0, 2);
    await say(world.ctx, world.sessionId, 2);
    expect(await reading).toHaveLength(2);
  } finally {
    await hub.stop();
  }
});

test("a cursor outside the log asks for a new snapshot and goes on from the head", async () => {
  const world = await givenSession();
  const hub = createHub({ sql: world.database.sql });
  const ctx = { ...world.ctx, wake: { session: (id: string) => hub.wake(id), outbox() {}, watchdog() {} } };
  await say(ctx, world.sessionId, 5);
  for (const cursor of [6, 1_000]) {
    const items = tailEvents(ctx, hub, { sessionId: world.sessionId, after: cursor }, AbortSignal.timeout(25_000));
    expect((await items.next()).value).toEqual([{ type: "resync" }]);
    const next = items.next();
    await say(ctx, world.sessionId, 1);
    expect((await next).value).toMatchObject([{ type: "event" }]);
    await items.return(undefined);
  }
  const { db } = world.database;
  await db.delete(sessionEvents).where(lt(sessionEvents.seq, 4));
  await world.database.sql`update session_event_heads set floor_seq = 4 where session_id = ${world.sessionId}`;
  const below = tailEvents(ctx, hub, { sessionId: world.sessionId, after: 2 }, AbortSignal.timeout(25_000));
  expect((await below.next()).value).toEqual([{ type: "resync" }]);
  await below.return(undefined);
  expect((await readTo(world, hub, 3, 5)).map((event) => event.seq)).toEqual([4, 5]);
});

test("a deleted session ends its streams", async () => {
  const world = await givenSession();
  const hub = createHub({ sql: world.database.sql });
  const ctx = { ...world.ctx, wake: { session: (id: string) => hub.wake(id), outbox() {}, watchdog() {} } };
  const items = tailEvents(ctx, hub, { sessionId: world.sessionId, after: 0 }, AbortSignal.timeout(25_000));
  const next = items.next();
  await removeSession(ctx, { sessionId: world.sessionId });
  expect((await next).value).toEqual([{ type: "deleted" }]);
  expect((await items.next()).done).toBe(true);
  expect(hub.waiters).toBe(0);
});

test("an aborted reader leaves nothing behind", async () => {
  const world = await givenSession();
  const hub = createHub({ sql: world.database.sql });
  const stop = new AbortController();
  const items = tailEvents(world.ctx, hub, { sessionId: world.sessionId, after: 0 }, stop.signal);
  const next = items.next();
  stop.abort();
  expect((await next).done).toBe(true);
  expect(hub.waiters).toBe(0);
});

test("a session of somebody else cannot be read", async () => {
  const world = await givenSession();
  const stranger = await givenAccount();
  const hub = createHub({ sql: world.database.sql });
  await expect(
    tailEvents(stranger.ctx, hub, { sessionId: world.sessionId, after: 0 }, AbortSignal.timeout(1_000)).next(),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("writers at once leave numbers without gap or repeat", async () => {
  const world = await givenSession();
  await Promise.all(Array.from({ length: 40 }, () => say(world.ctx, world.sessionId, 3)));
  const rows = await world.database.db
    .select({ seq: sessionEvents.seq })
    .from(sessionEvents)
    .where(eq(sessionEvents.sessionId, world.sessionId))
    .orderBy(sessionEvents.seq);
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
});

/** What a client makes of a log: per run and step the commit, else the fragments of the newest attempt; everything else in order. */
function reduce(events: readonly SessionEvent[]): unknown {
  const steps = new Map<string, { attempt: number; text: string }>();
  const rest: unknown[] = [];
  for (const event of events) {
    if (event.kind === "artifact.preview") continue;
    if (event.kind !== "text.delta" && event.kind !== "step.commit") {
      rest.push(event);
      continue;
    }
    const key = `${event.runId} ${event.step}`;
    const before = steps.get(key);
    const attempt = event.attempt ?? 0;
    if (before !== undefined && attempt < before.attempt) continue;
    const joined =
      event.kind === "text.delta" && before?.attempt === attempt
        ? before.text + event.payload.text
        : event.payload.text;
    steps.set(key, { attempt, text: joined });
  }
  return { steps: [...steps].filter(([, said]) => said.text !== ""), rest };
}

async function readTo(world: SessionWorld, hub: Hub, after: number, last: number): Promise<SessionEvent[]> {
  const events: SessionEvent[] = [];
  if (after >= last) return events;
  for await (const batch of tailEvents(
    world.ctx,
    hub,
    { sessionId: world.sessionId, after },
    AbortSignal.timeout(25_000),
  )) {
    for (const event of batch.flatMap((item: StreamItem) => (item.type === "event" ? [item.event] : []))) {
      if (event.seq <= last) events.push(event);
      if (event.seq >= last) return events;
    }
  }
  throw new Error(`the log ended at ${events.at(-1)?.seq}`);
}

async function say(ctx: SessionWorld["ctx"], sessionId: string, times: number): Promise<void> {
  const event = { kind: "session.updated", payload: { revision: 1 } } as const;
  await inTransaction(ctx, (tx) =>
    appendSessionEvents(
      tx,
      sessionId,
      Array.from({ length: times }, () => event),
    ),
  );
}

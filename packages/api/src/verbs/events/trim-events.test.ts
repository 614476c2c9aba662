import { runs, sessionEventHeads, sessionEvents } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { givenSession, type SessionWorld } from "../../testing/given.ts";
import { cancelRun } from "../runs/cancel-run.ts";
import { startTurn } from "../turns/start-turn.ts";
import { trimEvents } from "./trim-events.ts";

test("events go a day after their run has ended, and the floor rises with them", async () => {
  const world = await givenSession();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  await cancelRun(world.ctx, { runId });
  const { db } = world.database;
  await grow(world, 3);
  await db
    .update(runs)
    .set({ settledAt: sql`now() - interval '25 hours'` })
    .where(eq(runs.id, runId));
  await startTurn(world.ctx, { sessionId: world.sessionId, message: "Again" });
  expect(await trimEvents(db)).toBe(3);
  expect(
    await db
      .select({ seq: sessionEvents.seq })
      .from(sessionEvents)
      .where(eq(sessionEvents.sessionId, world.sessionId))
      .orderBy(sessionEvents.seq),
  ).toEqual([{ seq: 4 }, { seq: 5 }]);
  expect(
    await db.select().from(sessionEventHeads).where(eq(sessionEventHeads.sessionId, world.sessionId)),
  ).toMatchObject([{ floorSeq: 4, nextSeq: 6 }]);
  expect(await trimEvents(db)).toBe(0);
});

test("an old event of a run that still works stays, and so does everything after it", async () => {
  const world = await givenSession();
  await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  await grow(world, 2);
  expect(await trimEvents(world.database.db)).toBe(0);
});

test("when everything is old the floor stands at the next number", async () => {
  const world = await givenSession();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  await cancelRun(world.ctx, { runId });
  await grow(world, 3);
  const { db } = world.database;
  await db
    .update(runs)
    .set({ settledAt: sql`now() - interval '25 hours'` })
    .where(eq(runs.id, runId));
  await trimEvents(db);
  expect(
    await db.select().from(sessionEventHeads).where(eq(sessionEventHeads.sessionId, world.sessionId)),
  ).toMatchObject([{ floorSeq: 4, nextSeq: 4 }]);
});

/** Make the first `upTo` events of the session two days old. */
async function grow(world: SessionWorld, upTo: number): Promise<void> {
  await world.database.db.execute(
    sql`update session_events set created_at = now() - interval '2 days' where session_id = ${world.sessionId} and seq <= ${upTo}`,
  );
}

import { sessionEvents } from "@longhand/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createHub } from "../../base/hub.ts";
import { givenSession } from "../../testing/given.ts";
import { cancelRun } from "../runs/cancel-run.ts";
import { updateSession } from "../sessions/update-session.ts";
import { startTurn } from "../turns/start-turn.ts";
import type { StreamItem } from "./contract.ts";
import { tailRun } from "./tail-run.ts";

test("a run's stream holds this run's events alone and ends with its end", async () => {
  const world = await givenSession();
  const hub = createHub({ sql: world.database.sql });
  const ctx = { ...world.ctx, wake: { session: (id: string) => hub.wake(id), outbox() {}, watchdog() {} } };
  const first = await startTurn(ctx, { sessionId: world.sessionId, message: "Hello" });
  await cancelRun(ctx, { runId: first.runId });
  const { runId } = await startTurn(ctx, { sessionId: world.sessionId, message: "Hello again" });
  const reading = collect(tailRun(hub, { runId, sessionId: world.sessionId, after: 0 }, AbortSignal.timeout(25_000)));
  await updateSession(ctx, { sessionId: world.sessionId, title: "Month-end" });
  await cancelRun(ctx, { runId });
  const items = await reading;
  expect(items.map((item) => item.type === "event" && [item.event.kind, item.event.runId])).toEqual([
    ["run.queued", runId],
    ["message.added", runId],
    ["run.ended", runId],
  ]);
  expect(hub.waiters).toBe(0);
});

test("a reader who has seen the end gets nothing, one before it gets the end", async () => {
  const world = await givenSession();
  const hub = createHub({ sql: world.database.sql });
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  await cancelRun(world.ctx, { runId });
  const from = (after: number) =>
    collect(tailRun(hub, { runId, sessionId: world.sessionId, after }, AbortSignal.timeout(25_000)));
  expect(await from(3)).toEqual([]);
  expect(await from(7)).toEqual([]);
  expect(await from(2)).toMatchObject([{ event: { kind: "run.ended" } }]);
});

test("a run that the log has dropped asks for a look at the run itself", async () => {
  const world = await givenSession();
  const hub = createHub({ sql: world.database.sql });
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  await cancelRun(world.ctx, { runId });
  await world.database.db.delete(sessionEvents).where(eq(sessionEvents.sessionId, world.sessionId));
  expect(
    await collect(tailRun(hub, { runId, sessionId: world.sessionId, after: 0 }, AbortSignal.timeout(25_000))),
  ).toEqual([{ type: "resync" }]);
});

async function collect(stream: AsyncGenerator<readonly StreamItem[]>): Promise<StreamItem[]> {
  const items: StreamItem[] = [];
  for await (const batch of stream) items.push(...batch);
  return items;
}

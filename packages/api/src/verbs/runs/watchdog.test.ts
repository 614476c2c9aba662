import { runs } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Context } from "../../base/context.ts";
import { givenSession, type SessionWorld } from "../../testing/given.ts";
import { getSession } from "../sessions/get-session.ts";
import { startTurn } from "../turns/start-turn.ts";
import { getRun } from "./get-run.ts";
import { looksStale } from "./looks-stale.ts";
import { createWatchdog } from "./watchdog.ts";

async function givenAbandoned(world: SessionWorld): Promise<string> {
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" });
  await world.database.db
    .update(runs)
    .set({ createdAt: sql`now() - interval '301 seconds'` })
    .where(eq(runs.id, runId));
  return runId;
}

test("reading a run that looks abandoned has it looked after at once", async () => {
  const world = await givenSession();
  const watchdog = createWatchdog({
    base: { ...world.ctx, db: world.database.db },
    onError: (error) => {
      throw error;
    },
  });
  const ctx: Context = { ...world.ctx, wake: { ...world.ctx.wake, watchdog: () => watchdog.nudge() } };
  watchdog.start();
  const runId = await givenAbandoned(world);
  let run = await getRun(ctx, { runId });
  while (run.status === "queued") run = await getRun(ctx, { runId });
  expect(run).toMatchObject({ status: "failed", error: { code: "dispatch_failed" } });
  await watchdog.stop();
});

test("a session's reader sees its abandoned run too, and nobody is called for one that is at work", async () => {
  const world = await givenSession();
  let called = 0;
  const ctx: Context = {
    ...world.ctx,
    wake: {
      ...world.ctx.wake,
      watchdog() {
        called += 1;
      },
    },
  };
  const { runId } = await startTurn(ctx, { sessionId: world.sessionId, message: "Hello" });
  await getRun(ctx, { runId });
  await getSession(ctx, { sessionId: world.sessionId });
  expect(called).toBe(0);
  await world.database.db.delete(runs).where(eq(runs.id, runId));
  await givenAbandoned(world);
  await getSession(ctx, { sessionId: world.sessionId });
  expect(called).toBe(1);
});

test.each([
  ["queued", { createdAt: 299 }, false],
  ["queued", { createdAt: 301 }, true],
  ["running", { heartbeatAt: 44 }, false],
  ["running", { heartbeatAt: 46 }, true],
  ["running", { cancelRequestedAt: 9 }, false],
  ["running", { cancelRequestedAt: 11 }, true],
  ["succeeded", { createdAt: 9_000, heartbeatAt: 9_000, cancelRequestedAt: 9_000 }, false],
] as const)("a %s run of %o s looks abandoned: %s", (status, ages, stale) => {
  const now = Date.now();
  const at = (name: string, otherwise: Date | null) => {
    const seconds = Object.entries(ages).find(([key]) => key === name)?.[1];
    return seconds === undefined ? otherwise : new Date(now - seconds * 1000);
  };
  const run = {
    status,
    createdAt: at("createdAt", null) ?? new Date(now),
    heartbeatAt: at("heartbeatAt", new Date(now)),
    cancelRequestedAt: at("cancelRequestedAt", null),
  };
  expect(looksStale(run, now)).toBe(stale);
});

import { expect, test } from "vitest";
import { createHub, type Hub } from "../../base/hub.ts";
import { inTransaction } from "../../base/transaction.ts";
import { givenSession, type SessionWorld } from "../../testing/given.ts";
import { appendSessionEvents } from "./append-session-events.ts";
import { readShared } from "./shared-tail.ts";

test("readers of one wake-up share one query", async () => {
  const world = await givenSession();
  const counted = countingHub(createHub({ sql: world.database.sql }));
  using waiter = counted.hub.arm(world.sessionId);
  await readShared(counted.hub, waiter.channel, 0);
  await say(world);
  counted.hub.wake(world.sessionId);
  const before = counted.queries();
  const pages = await Promise.all(Array.from({ length: 100 }, () => readShared(counted.hub, waiter.channel, 0)));
  expect(counted.queries() - before).toBe(1);
  for (const page of pages) expect(page).toMatchObject({ state: "rows", events: [{ seq: 1 }], to: 1 });
});

test("a reader woken while a read is under way does not settle for what that read saw", async () => {
  const world = await givenSession();
  const counted = countingHub(createHub({ sql: world.database.sql }));
  using waiter = counted.hub.arm(world.sessionId);
  await readShared(counted.hub, waiter.channel, 0);
  const slow = Promise.withResolvers<void>();
  counted.hold(slow.promise);
  const early = readShared(counted.hub, waiter.channel, 0);
  await counted.answered();
  await say(world);
  counted.hub.wake(world.sessionId);
  const late = readShared(counted.hub, waiter.channel, 0);
  slow.resolve();
  expect(await early).toMatchObject({ events: [] });
  expect(await late).toMatchObject({ events: [{ seq: 1 }] });
});

/** A hub on a connection whose answers can be held back after the database has given them. */
function countingHub(hub: Hub) {
  let queries = 0;
  let held = Promise.resolve();
  let answered = Promise.withResolvers<void>();
  const sql = new Proxy(hub.sql, {
    async apply(target, self, args) {
      queries += 1;
      const rows: unknown = await Reflect.apply(target, self, args);
      answered.resolve();
      await held;
      return rows;
    },
  });
  const counting: Hub = { sql, wake: hub.wake, arm: hub.arm, start: hub.start, stop: hub.stop, waiters: 0 };
  return {
    hub: counting,
    queries: () => queries,
    hold(until: Promise<void>) {
      held = until;
      answered = Promise.withResolvers<void>();
    },
    answered: () => answered.promise,
  };
}

async function say({ ctx, sessionId }: SessionWorld): Promise<void> {
  await inTransaction(ctx, (tx) =>
    appendSessionEvents(tx, sessionId, [{ kind: "session.updated", payload: { revision: 1 } }]),
  );
}

import { expect, test } from "vitest";
import { useDatabase } from "../use-database.ts";
import { arrivalOf, completion, givenStore, requestFor } from "./given-store.ts";

const database = useDatabase();

test("an item is leased by one of many that claim at once", async () => {
  await using first = await givenStore(database.url());
  await using second = await givenStore(database.url());
  await first.store.receive(Array.from({ length: 20 }, () => arrivalOf("many")));
  const claims = await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? first : second).claim("many")));
  const items = claims.flat().map((delivery) => delivery.itemId);
  expect([items.length, new Set(items).size]).toEqual([20, 20]);
});

test("what the former holder of a lease says changes nothing", async () => {
  await using frozen = await givenStore(database.url());
  await using other = await givenStore(database.url());
  await frozen.store.receive([arrivalOf("frozen")]);
  const [old] = await frozen.claim("frozen");
  if (old === undefined) throw new Error("nothing was claimed");
  await other.sql`update engine.queue set leased_until = now() - interval '1 second' where id = ${old.itemId}`;
  await other.store.beat(requestFor("frozen"));
  const [current] = await other.claim("frozen");
  if (current === undefined) throw new Error("nothing was claimed");

  expect(current.deliveries).toBe(2);
  expect(await frozen.store.append(old, [{ id: "late", kind: "data", value: "1" }])).toBe(false);
  expect(await frozen.store.settle(old, () => completion)).toBe(false);
  await frozen.store.release([old]);
  await frozen.store.drop(old);
  expect(await other.store.append(current, [{ id: "step", kind: "data", value: "1" }])).toBe(true);
  expect(await other.store.settle(current, () => completion)).toBe(true);
  expect(await other.sql`select step_id, value::text from engine.steps where run_id = ${current.runId}`).toEqual([
    { step_id: "step", value: "1" },
  ]);
});

test("a step keeps its first result, and a repeat of the same one is no conflict", async () => {
  await using open = await givenStore(database.url());
  await open.store.receive([arrivalOf("first")]);
  const [delivery] = await open.claim("first");
  if (delivery === undefined) throw new Error("nothing was claimed");
  expect(await open.store.append(delivery, [{ id: "s", kind: "data", value: "1" }])).toBe(true);
  expect(await open.store.append(delivery, [{ id: "s", kind: "data", value: "1" }])).toBe(true);
  expect(await open.store.append(delivery, [{ id: "s", kind: "data", value: "2" }])).toBe(false);
});

test("results reported at once by parallel steps are all kept, and the group is called for once", async () => {
  await using open = await givenStore(database.url());
  await open.store.receive([arrivalOf("parallel")]);
  const [discovery] = await open.claim("parallel");
  const ids = Array.from({ length: 12 }, (_, n) => `step-${n}`);
  const steps = ids.map((stepId) => ({ stepId, purpose: "step", delayMs: 0 }) as const);
  const base = { store: [], reqVersion: 2, item: "done", enqueue: [], pauses: [], children: [] } as const;
  if (discovery === undefined) throw new Error("nothing was claimed");
  await open.store.settle(discovery, () => ({ ...base, pending: ids, joined: ids, enqueue: steps }));

  const deliveries = await open.claim("parallel", { calls: 20 });
  const settled = await Promise.all(
    deliveries.map((delivery) =>
      open.store.settle(delivery, (known) => {
        const left = known.pending.filter((id) => id !== delivery.stepId);
        const again = left.length === 0 ? [{ stepId: "step", purpose: "run", delayMs: 0 } as const] : [];
        return {
          ...base,
          store: [{ id: delivery.stepId, kind: "data", value: "1" }],
          pending: left,
          joined: left,
          enqueue: again,
        };
      }),
    ),
  );
  expect(settled).toEqual(ids.map(() => true));
  const [next, ...rest] = await open.claim("parallel");
  expect(rest).toEqual([]);
  expect([next?.stepId, next?.known?.pending, next?.known?.stack.toSorted()]).toEqual(["step", [], ids.toSorted()]);
});

test("a limit holds among processes that claim at once, and a finished call lets the next in", async () => {
  const stores = await Promise.all(Array.from({ length: 4 }, () => givenStore(database.url())));
  const [first] = stores;
  if (first === undefined) throw new Error("no store");
  await first.store.receive(Array.from({ length: 12 }, () => arrivalOf("limited", { slotKeys: ["key"] })));
  const limits = new Map([["limited", [2]]]);
  const claimed = (await Promise.all(stores.map((open) => open.claim("limited", { limits, calls: 3 })))).flat();
  expect(claimed).toHaveLength(2);

  const executed: string[] = [];
  for (
    let held = claimed;
    held.length > 0;
    held = (await Promise.all(stores.map((open) => open.claim("limited", { limits })))).flat()
  ) {
    expect(held.length).toBeLessThanOrEqual(2);
    for (const delivery of held) {
      executed.push(delivery.runId);
      await first.store.settle(delivery, () => completion);
    }
  }
  expect(new Set(executed).size).toBe(12);
  await Promise.all(stores.map((open) => open[Symbol.asyncDispose]()));
});

test("the items of a process that is gone are free at the next look, its living neighbour's are not", async () => {
  await using watcher = await givenStore(database.url());
  const dying = await givenStore(database.url());
  await using living = await givenStore(database.url());
  await watcher.store.receive([arrivalOf("dying"), arrivalOf("living")]);
  const [lost] = await dying.claim("dying");
  const [kept] = await living.claim("living");
  await dying[Symbol.asyncDispose]();

  expect(await watcher.store.beat(requestFor("dying"))).toEqual({ nextInMs: 0 });
  expect((await watcher.claim("dying")).map((delivery) => [delivery.itemId, delivery.deliveries])).toEqual([
    [lost?.itemId, 2],
  ]);
  expect(await watcher.claim("living")).toEqual([]);
  expect(kept).toBeDefined();
});

test("a claim whose answer was lost is noticed by the process that made it", async () => {
  await using open = await givenStore(database.url());
  await open.store.receive([arrivalOf("lost")]);
  const [delivery] = await open.claim("lost");
  if (delivery === undefined) throw new Error("nothing was claimed");
  await open.sql`update engine.queue set leased_until = leased_until - interval '10 seconds' where id = ${delivery.itemId}`;
  await open.store.beat({ ...requestFor("lost"), held: [delivery.itemId] });
  expect(await open.claim("lost")).toEqual([]);
  await open.sql`update engine.queue set leased_until = leased_until - interval '10 seconds' where id = ${delivery.itemId}`;
  await open.store.beat(requestFor("lost"));
  expect(await open.claim("lost")).toHaveLength(1);
});

import { describe, expect, test } from "vitest";
import { engineDdl } from "../../src/index.ts";
import { connect, deferred, givenWorld, until } from "../given-world.ts";
import { useDatabase } from "../use-database.ts";
import { arrivalOf, completion, givenStore } from "./given-store.ts";

const database = useDatabase();

test("ten processes may start on an empty database at once, and the schema may be made by a migration before", async () => {
  const sql = connect(database.url());
  await sql`drop schema if exists engine cascade`;
  const stores = await Promise.all(Array.from({ length: 10 }, () => givenStore(database.url())));
  await Promise.all(stores.map((open) => open[Symbol.asyncDispose]()));
  await sql.unsafe(engineDdl);
  expect(await sql`select executor, protocol from engine.meta`).toEqual([{ executor: "embedded", protocol: 1 }]);
  await sql.end();
});

test("what ended a day ago is removed, what is younger or alive is kept", async () => {
  await using open = await givenStore(database.url());
  const { sql, store } = open;
  await store.receive([arrivalOf("old", { onceKey: "1" }), arrivalOf("alive"), arrivalOf("young")]);
  const finished = [...(await open.claim("old")), ...(await open.claim("young"))];
  for (const delivery of finished) {
    await store.append(delivery, [{ id: "s", kind: "data", value: "1" }]);
    await store.settle(delivery, () => completion);
  }
  await sql`update engine.runs set ended_at = now() - interval '25 hours' where function_id = 'old'`;
  await sql`update engine.runs set created_at = now() - interval '10 days' where function_id = 'alive'`;
  await sql`update engine.events set received_at = now() - interval '25 hours'`;
  await sql`update engine.idempotency set expires_at = now() - interval '1 hour'`;
  await store.retain();
  expect(await sql`select function_id from engine.runs order by 1`).toEqual([
    { function_id: "alive" },
    { function_id: "young" },
  ]);
  expect(await sql`select count(*)::int from engine.steps`).toEqual([{ count: 1 }]);
  expect(await sql`select count(*)::int from engine.events`).toEqual([{ count: 0 }]);
  expect(await sql`select count(*)::int from engine.idempotency`).toEqual([{ count: 0 }]);
});

test("an event id and a key count for a day", async () => {
  await using open = await givenStore(database.url());
  const arrival = { ...arrivalOf("daily", { onceKey: "k" }), dedupeId: "daily" };
  const again = (): Promise<void> =>
    open.store.receive([{ ...arrivalOf("daily", { onceKey: "k" }), dedupeId: "daily" }]);
  await open.store.receive([arrival]);
  await again();
  expect(await open.claim("daily")).toHaveLength(1);
  await open.sql`update engine.events set received_at = now() - interval '25 hours' where dedupe_id = 'daily'`;
  await again();
  expect(await open.claim("daily")).toHaveLength(0);
  await open.sql`update engine.events set received_at = now() - interval '25 hours' where dedupe_id = 'daily'`;
  await open.sql`update engine.idempotency set expires_at = now() - interval '1 second' where function_id = 'daily'`;
  await again();
  expect(await open.claim("daily")).toHaveLength(1);
});

describe("two processes", () => {
  test("fire a cron once, and missed ticks as one", async () => {
    const build: Parameters<typeof givenWorld>[2] = (inngest, { hit }) => [
      inngest.createFunction(
        { id: "nightly", triggers: [{ cron: "0 3 * * *" }] },
        async ({ event }) => (hit("tick"), event.name),
      ),
    ];
    await using first = await givenWorld("postgres", database.url(), build, "cron");
    await using second = await givenWorld("postgres", database.url(), build, "cron");
    const sql = connect(database.url());
    await sql`update engine.crons set next_at = now() - interval '10 days' where function_id = 'cron-nightly'`;
    await Promise.race([first.ended("nightly"), second.ended("nightly")]);
    const [cron] = await sql<
      { planned: boolean }[]
    >`select next_at > now() as planned from engine.crons where function_id = 'cron-nightly'`;
    expect(cron).toEqual({ planned: true });
    expect(await sql`select status from engine.runs where function_id = 'cron-nightly'`).toEqual([
      { status: "completed" },
    ]);
    expect((first.hits.tick ?? 0) + (second.hits.tick ?? 0)).toBe(1);
    await sql.end();
  });

  test("of different builds leave each other's functions alone, and hear of each other's events", async () => {
    const appId = "mixed";
    await using old = await givenWorld(
      "postgres",
      database.url(),
      (inngest) => [inngest.createFunction({ id: "old", triggers: [{ event: "go" }] }, async () => "old")],
      appId,
    );
    await using young = await givenWorld(
      "postgres",
      database.url(),
      (inngest) => [
        inngest.createFunction({ id: "young", triggers: [{ event: "go" }] }, async () => "young"),
        inngest.createFunction({ id: "waits", triggers: [{ event: "wait" }] }, async ({ step }) =>
          step.waitForEvent("e", { event: "mixed/news", timeout: "1m" }).then(() => "heard"),
        ),
      ],
      appId,
    );
    await Promise.all([old.send("go"), young.send("go"), young.send("wait")]);
    expect((await old.ended("old")).output).toBe("old");
    expect((await young.ended("young")).output).toBe("young");
    await until(() => young.isAwaited("mixed/news"));
    await old.send("mixed/news");
    expect((await young.ended("waits")).output).toBe("heard");
  });

  test("hand over what is in hand when one of them stops, without counting a delivery", async () => {
    const entered = deferred();
    const leave = deferred();
    let calls = 0;
    const build: Parameters<typeof givenWorld>[2] = (inngest) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "handover" }] }, async ({ step }) =>
        step.run("work", async () => {
          calls += 1;
          if (calls > 1) return "second";
          entered.resolve();
          await leave.promise;
          return "first";
        }),
      ),
    ];
    const first = await givenWorld("postgres", database.url(), build, "handover");
    await first.send("handover");
    await entered.promise;
    await first.local.drain(0);
    await using second = await givenWorld("postgres", database.url(), build, "handover");
    expect((await second.ended("f")).output).toBe("second");
    leave.resolve();
    await first[Symbol.asyncDispose]();
    expect(calls).toBe(2);
  });
});

test("a fact that reaches a run after its end is dropped", async () => {
  await using world = await givenWorld("postgres", database.url(), (inngest) => [
    inngest.createFunction({ id: "f", triggers: [{ event: "late" }] }, async () => "done"),
  ]);
  await world.send("late");
  const { runId } = await world.ended("f");
  const sql = connect(database.url());
  await sql`insert into engine.queue (run_id, step_id, function_id, purpose, payload) select id, 's', function_id, 'resume', '{"data":1}' from engine.runs where id = ${runId}`;
  await until(async () => (await sql`select from engine.queue where run_id = ${runId}`).length === 0);
  expect(await sql`select status, output::text from engine.runs where id = ${runId}`).toEqual([
    { status: "completed", output: '"done"' },
  ]);
  await sql.end();
});

test("a stopped engine leaves no connection behind", async () => {
  const sql = connect(database.url());
  const others = async (): Promise<number> =>
    (
      await sql`select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query ~ '(engine|listen)'`
    ).length;
  const world = await givenWorld("postgres", database.url(), () => []);
  expect(await others()).toBeGreaterThan(0);
  await world[Symbol.asyncDispose]();
  await until(async () => (await others()) === 0);
  expect(await others()).toBe(0);
  await sql.end();
});

import { describe, expect, test } from "vitest";
import { deferred, givenWorld, modes, until } from "../given-world.ts";
import { useDatabase } from "../use-database.ts";

const database = useDatabase();

describe.concurrent.each(modes)("%s", (mode) => {
  test("an event cancels the sleeping run that it matches, and no other", async () => {
    const asleep = deferred<string>();
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction(
        { id: "f", triggers: [{ event: "go" }], cancelOn: [{ event: "stop", match: "data.id" }] },
        async ({ step, event, runId }) => {
          if (event.data.id === "a") asleep.resolve(runId);
          await step.sleep("nap", event.data.id === "a" ? "1h" : "1s");
          await step.run("after", () => hit(`after ${event.data.id}`));
        },
      ),
      inngest.createFunction(
        { id: "told", triggers: [{ event: "inngest/function.cancelled" }] },
        async ({ event }) => event.data.run_id,
      ),
    ]);
    await world.send("go", { id: "a" });
    await world.send("go", { id: "b" });
    const runId = await asleep.promise;
    await until(() => world.local.isWaiting(runId));
    await world.send("stop", { id: "a" });
    expect(await world.ended("f")).toMatchObject({ status: "cancelled", runId });
    expect((await world.ended("told")).output).toBe(runId);
    expect((await world.ended("f")).status).toBe("completed");
    expect(world.hits).toEqual({ "after b": 1 });
  });

  test("a cancel during a step stops the function before its next step", async () => {
    const entered = deferred();
    const cancelled = deferred();
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction(
        { id: "f", triggers: [{ event: "go" }], cancelOn: [{ event: "stop" }] },
        async ({ step }) => {
          await step.run("long", async () => {
            hit("long");
            entered.resolve();
            await cancelled.promise;
          });
          await step.run("next", () => hit("next"));
        },
      ),
    ]);
    await world.send("go");
    await entered.promise;
    await world.send("stop");
    expect((await world.ended("f")).status).toBe("cancelled");
    cancelled.resolve();
    await world.local.drain(5000);
    expect(world.hits).toEqual({ long: 1 });
  });

  test("a concurrency key holds back its own runs and no others", async () => {
    const gate = deferred();
    const started: string[] = [];
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction(
        { id: "f", triggers: [{ event: "go" }], concurrency: { limit: 1, key: "event.data.user" } },
        async ({ step, event }) => {
          await step.run("work", async () => {
            started.push(`${event.data.user}${event.data.n}`);
            if (event.data.user === "a" && event.data.n === 1) await gate.promise;
          });
          started.push(`${event.data.user}${event.data.n} done`);
        },
      ),
    ]);
    await world.send("go", { user: "a", n: 1 });
    await until(async () => started.includes("a1"));
    await world.send("go", { user: "a", n: 2 });
    await world.send("go", { user: "a", n: 3 });
    await world.send("go", { user: "b", n: 1 });
    await world.ended("f");
    expect(started).toEqual(["a1", "b1", "b1 done"]);
    gate.resolve();
    await Promise.all([world.ended("f"), world.ended("f"), world.ended("f")]);
    // One step at a time holds the place: the bodies of a waiting run and a finishing one may alternate between steps.
    expect(started.filter((entry) => !entry.endsWith("done"))).toEqual(["a1", "b1", "a2", "a3"]);
  });

  test("an event id and an idempotency key each let one run through", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "byEvent", triggers: [{ event: "once" }] }, async () => hit("byEvent")),
      inngest.createFunction(
        { id: "byKey", triggers: [{ event: "keyed" }], idempotency: "event.data.order" },
        async ({ event }) => hit(`order ${event.data.order}`),
      ),
      inngest.createFunction({ id: "last", triggers: [{ event: "last" }] }, async () => "last"),
    ]);
    const id = crypto.randomUUID();
    await Promise.all([world.send("once", {}, { id }), world.send("once", {}, { id }), world.send("once", {}, { id })]);
    await Promise.all([1, 1, 2, 1, 2].map((order) => world.send("keyed", { order })));
    await Promise.all([world.ended("byEvent"), world.ended("byKey"), world.ended("byKey")]);
    await world.send("last");
    await world.ended("last");
    expect(world.hits).toEqual({ byEvent: 1, "order 1": 1, "order 2": 1 });
  });

  test("one send of several events with one id or one key lets one run through", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction(
        { id: "byKey", triggers: [{ event: "keyed" }], idempotency: "event.data.order" },
        async ({ event }) => hit(`order ${event.data.order}`),
      ),
      inngest.createFunction({ id: "last", triggers: [{ event: "last" }] }, async () => "last"),
    ]);
    const id = crypto.randomUUID();
    await world.inngest.send([
      { name: "keyed", id, data: { order: 1 } },
      { name: "keyed", id, data: { order: 9 } },
      { name: "keyed", data: { order: 1 } },
      { name: "last" },
    ]);
    await Promise.all([world.ended("byKey"), world.ended("last")]);
    expect(world.hits).toEqual({ "order 1": 1 });
  });

  test("a run that does not end in time is cancelled", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }], timeouts: { finish: "1s" } }, async ({ step }) => {
        await step.run("before", () => hit("before"));
        await step.sleep("nap", "1h");
        await step.run("after", () => hit("after"));
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).status).toBe("cancelled");
    expect(world.hits).toEqual({ before: 1 });
  });

  test("a run that does not begin in time is cancelled; one that began is not", async () => {
    const gate = deferred();
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction(
        { id: "f", triggers: [{ event: "go" }], concurrency: 1, timeouts: { start: "1s" } },
        async ({ step, event }) => {
          await step.run("work", () => (event.data.n === 1 ? gate.promise : undefined));
          return event.data.n;
        },
      ),
    ]);
    await world.send("go", { n: 1 });
    await world.send("go", { n: 2 });
    expect((await world.ended("f")).status).toBe("cancelled");
    gate.resolve();
    expect(await world.ended("f")).toMatchObject({ status: "completed", output: 1 });
  });

  test("an event dated later starts its run then", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction(
        { id: "f", triggers: [{ event: "go" }] },
        async ({ event }) => Date.now() - Number(event.ts),
      ),
    ]);
    await world.send("go", {}, { ts: Date.now() + 400 });
    expect(Number((await world.ended("f")).output)).toBeGreaterThanOrEqual(-5);
  });

  test("a run is waiting while its retry is planned, and not while it executes", async () => {
    const inside = deferred<string>();
    const leave = deferred();
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction({ id: "f", retries: 1, triggers: [{ event: "go" }] }, async ({ step, runId }) => {
        await step.run("fails", async () => {
          inside.resolve(runId);
          await leave.promise;
          throw new Error("retried in 15 s or more");
        });
      }),
    ]);
    await world.send("go");
    const runId = await inside.promise;
    expect(await world.local.isWaiting(runId)).toBe(false);
    leave.resolve();
    await until(() => world.local.isWaiting(runId));
    expect(await world.local.isWaiting("no such run")).toBe(false);
  });

  test("what cannot be done is refused when it is reached, naming it", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction({ id: "fetches", retries: 2, triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.fetch("https://example.com");
      }),
      inngest.createFunction({ id: "large", retries: 2, triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("large", () => "x".repeat(4 * 1024 * 1024));
      }),
    ]);
    await world.send("go");
    expect(await world.ended("fetches")).toMatchObject({
      status: "failed",
      error: { message: expect.stringContaining("Gateway") },
    });
    expect(await world.ended("large")).toMatchObject({
      status: "failed",
      error: { message: expect.stringContaining("4 MB") },
    });
  });

  test("a drain lets the step in hand finish, and begins no other", async () => {
    const entered = deferred();
    const leave = deferred();
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("long", async () => {
          entered.resolve();
          await leave.promise;
          hit("long");
        });
      }),
      inngest.createFunction({ id: "other", triggers: [{ event: "other" }] }, async () => hit("other")),
    ]);
    await world.send("go");
    await entered.promise;
    const drained = world.local.drain(20_000);
    await world.send("other");
    leave.resolve();
    await drained;
    expect(world.hits).toEqual({ long: 1 });
  });
});

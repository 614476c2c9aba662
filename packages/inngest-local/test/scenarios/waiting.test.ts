import { describe, expect, test } from "vitest";
import { deferred, givenWorld, modes, until } from "../given-world.ts";
import { useDatabase } from "../use-database.ts";

const database = useDatabase();

describe.concurrent.each(modes)("%s", (mode) => {
  test("a wait ends with the event that matches, and not with another", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        const answer = await step.waitForEvent("answer", {
          event: "answered",
          timeout: "1m",
          if: "async.data.to == event.data.me",
        });
        return answer?.data;
      }),
    ]);
    await world.send("go", { me: "ann" });
    await until(() => world.isAwaited("answered"));
    await world.send("answered", { to: "bob" });
    await world.send("answered", { to: "ann", text: "hello" });
    expect((await world.ended("f")).output).toEqual({ to: "ann", text: "hello" });
  });

  test("a wait nobody answers ends with null", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        const event: unknown = await step.waitForEvent("event", { event: "never", timeout: "1s" });
        const signal: unknown = await step.waitForSignal("signal", {
          signal: `never ${mode}`,
          timeout: "1s",
          onConflict: "fail",
        });
        return { event, signal };
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toEqual({ event: null, signal: null });
  });

  test("a signal resumes the step that waits for it, with its data", async () => {
    const signal = `ready ${mode}`;
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction({ id: "waiter", triggers: [{ event: "go" }] }, async ({ step }) =>
        step.waitForSignal("wait", { signal, timeout: "1m", onConflict: "fail" }),
      ),
      inngest.createFunction({ id: "sender", triggers: [{ event: "signal" }] }, async ({ step }) =>
        step.sendSignal("send", { signal, data: { n: 1 } }),
      ),
    ]);
    await world.send("go");
    await until(async () => (await world.inngest.sendSignal({ signal, data: { n: 1 } })).runId !== undefined);
    expect((await world.ended("waiter")).output).toEqual({ signal, data: { n: 1 } });
    await world.send("signal");
    expect((await world.ended("sender")).status).toBe("completed");
  });

  test("a second wait for a signal fails, or takes the first one's place", async () => {
    const signal = `rival ${mode}`;
    const holder = deferred<string>();
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction({ id: "first", triggers: [{ event: "first" }] }, async ({ step, runId }) => {
        holder.resolve(runId);
        return step.waitForSignal("wait", { signal, timeout: "1m", onConflict: "fail" });
      }),
      inngest.createFunction({ id: "late", triggers: [{ event: "late" }] }, async ({ step }) =>
        step
          .waitForSignal("wait", { signal, timeout: "1m", onConflict: "fail" })
          .catch((error: unknown) => (error instanceof Error ? error.message : "?")),
      ),
      inngest.createFunction({ id: "stronger", triggers: [{ event: "stronger" }] }, async ({ step }) =>
        step.waitForSignal("wait", { signal, timeout: "1m", onConflict: "replace" }),
      ),
    ]);
    await world.send("first");
    const holderId = await holder.promise;
    await until(() => world.local.isWaiting(holderId));
    await world.send("late");
    expect((await world.ended("late")).output).toBe("Another step already waits for this signal.");
    await world.send("stronger");
    expect((await world.ended("first")).output).toBe(null);
    await world.inngest.sendSignal({ signal, data: 1 });
    expect((await world.ended("stronger")).output).toEqual({ signal, data: 1 });
  });
});

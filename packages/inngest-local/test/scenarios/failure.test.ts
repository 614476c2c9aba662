import { NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, test } from "vitest";
import { givenWorld, modes } from "../given-world.ts";
import { useDatabase } from "../use-database.ts";

const database = useDatabase();

describe.concurrent.each(modes)("%s", (mode) => {
  test("a step that fails is repeated alone; steps before it are not", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", retries: 3, triggers: [{ event: "go" }] }, async ({ step, attempt }) => {
        await step.run("before", () => hit("before"));
        await step.run("flaky", () => {
          if (hit("flaky") < 3) throw new RetryAfterError("not yet", 0);
        });
        await step.run("after", () => hit("after"));
        return attempt;
      }),
    ]);
    await world.send("go");
    expect(await world.ended("f")).toMatchObject({ status: "completed", output: 0 });
    expect(world.hits).toEqual({ before: 1, flaky: 3, after: 1 });
  });

  test("a step whose retries are used up throws where the function can catch it", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", retries: 1, triggers: [{ event: "go" }] }, async ({ step }) => {
        try {
          await step.run("hopeless", () => {
            hit("hopeless");
            throw new RetryAfterError("never", 0);
          });
        } catch (error) {
          return step.run("caught", () => `caught: ${error instanceof Error ? error.message : ""}`);
        }
        return "not thrown";
      }),
    ]);
    await world.send("go");
    expect(await world.ended("f")).toMatchObject({ status: "completed", output: "caught: never" });
    expect(world.hits).toEqual({ hopeless: 2 });
  });

  test("a failure that must not be retried runs onFailure, with steps of its own", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction(
        {
          id: "f",
          retries: 3,
          triggers: [{ event: "go" }],
          onFailure: async ({ step, error, event }) => {
            const said = await step.run("say", () => (hit("say"), error.message));
            return { said, original: event.data.event.data, runId: event.data.run_id };
          },
        },
        async ({ step }) => {
          await step.run("first", () => hit("first"));
          throw new NonRetriableError("broken for good");
        },
      ),
    ]);
    await world.send("go", { n: 7 });
    const failed = await world.ended("f");
    expect(failed).toMatchObject({ status: "failed", error: { message: "broken for good" } });
    expect((await world.ended("f-failure")).output).toEqual({
      said: "broken for good",
      original: { n: 7 },
      runId: failed.runId,
    });
    expect(world.hits).toEqual({ first: 1, say: 1 });
  });

  test("a body that throws is called again with its steps kept", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", retries: 2, triggers: [{ event: "go" }] }, async ({ step, attempt }) => {
        await step.run("kept", () => hit("kept"));
        if (attempt < 2) throw new RetryAfterError("again", 0);
        return attempt;
      }),
    ]);
    await world.send("go");
    expect(await world.ended("f")).toMatchObject({ status: "completed", output: 2 });
    expect(world.hits).toEqual({ kept: 1 });
  });

  test("retry-after is waited for, and no longer", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", retries: 1, triggers: [{ event: "go" }] }, async ({ step }) => {
        const from = await step.run("from", () => Date.now());
        const to = await step.run("limited", () => {
          if (hit("limited") === 1) throw new RetryAfterError("slow down", 1000);
          return Date.now();
        });
        return to - from;
      }),
    ]);
    await world.send("go");
    const { output } = await world.ended("f");
    expect(Number(output)).toBeGreaterThanOrEqual(999);
    expect(Number(output)).toBeLessThan(15_000);
  });
});

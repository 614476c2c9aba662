import { describe, expect, test } from "vitest";
import { bodies, givenWorld, modes } from "../given-world.ts";
import { useDatabase } from "../use-database.ts";

const database = useDatabase();

describe.concurrent.each(modes)("%s", (mode) => {
  test("steps run in sequence, once each, and hand on their results", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", retries: 3, triggers: [{ event: "go" }] }, async ({ step, event }) => {
        hit("body");
        const a = await step.run("a", () => (hit("a"), event.data.n + 1));
        const b = await step.run("b", () => (hit("b"), a * 2));
        return step.run("c", () => (hit("c"), `result ${b}`));
      }),
    ]);
    await world.send("go", { n: 1 });
    expect(await world.ended("f")).toMatchObject({ status: "completed", output: "result 4" });
    expect(world.hits).toEqual({ body: bodies(mode, 1, 4), a: 1, b: 1, c: 1 });
  });

  test("what a step returns has been through JSON, the first time too", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        const when: unknown = await step.run("when", () => ({ at: new Date(0), gone: undefined, nul: "a\0b" }));
        const none: unknown = await step.run("none", () => undefined);
        return { when, none };
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toEqual({
      when: { at: "1970-01-01T00:00:00.000Z", nul: "a\0b" },
      none: null,
    });
  });

  test("sleeps last as long as they say", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        const from = await step.run("from", () => Date.now());
        await step.sleep("nap", "1s");
        const between = await step.run("between", () => Date.now());
        await step.sleepUntil("date", new Date(between + 300));
        await step.sleepUntil("past", new Date(0));
        return { nap: between - from, until: (await step.run("to", () => Date.now())) - between };
      }),
    ]);
    await world.send("go");
    const { output } = await world.ended("f");
    expect(output).toEqual({ nap: expect.any(Number), until: expect.any(Number) });
    expect(Object.values(Object(output)).map((ms) => Number(ms) >= 299)).toEqual([true, true]);
  });

  test("steps that share an id are numbered, and each keeps its own result", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        const results: number[] = [];
        for (const n of [1, 2, 3]) results.push(await step.run("same", () => (hit("same"), n)));
        return results;
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toEqual([1, 2, 3]);
    expect(world.hits).toEqual({ same: 3 });
  });

  test("two hundred steps run in one run", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        hit("body");
        let sum = 0;
        for (let n = 0; n < 200; n += 1) sum += await step.run(`add-${n}`, () => (hit("step"), n));
        return sum;
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toBe(19_900);
    expect(world.hits).toEqual({ body: bodies(mode, 1, 201), step: 200 });
  });

  test("a call that has run long enough hands its next step back, and steps may be stored in batches", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction(
        { id: "f", triggers: [{ event: "go" }], checkpointing: { maxRuntime: 50, bufferedSteps: 3 } },
        async ({ step }) => {
          for (const name of ["a", "b", "c", "d"]) await step.run(name, () => hit(name));
          await step.run("long", () => new Promise((resolve) => setTimeout(resolve, 100)));
          for (const name of ["e", "f"]) await step.run(name, () => hit(name));
          return "done";
        },
      ),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toBe("done");
    expect(world.hits).toEqual({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 });
  });
});

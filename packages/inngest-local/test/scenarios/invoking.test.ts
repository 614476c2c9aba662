import { describe, expect, test } from "vitest";
import { bodies, givenWorld, modes } from "../given-world.ts";
import { useDatabase } from "../use-database.ts";

const database = useDatabase();

describe.concurrent.each(modes)("%s", (mode) => {
  test("an invoked function's result, or its failure, comes back to the step", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => {
      const child = inngest.createFunction(
        { id: "child", retries: 0, triggers: [{ event: "child" }] },
        async ({ event, step }) => {
          hit("child");
          if (event.data.fail === true) throw new Error("child failed");
          return step.run("double", () => event.data.n * 2);
        },
      );
      const parent = inngest.createFunction({ id: "parent", triggers: [{ event: "go" }] }, async ({ step }) => {
        const doubled = await step.invoke("ask", { function: child, data: { n: 4 } });
        const message = await step
          .invoke("fail", { function: child, data: { fail: true } })
          .catch((error: unknown) => (error instanceof Error ? error.message : "?"));
        return { doubled, message };
      });
      return [child, parent];
    });
    await world.send("go");
    expect((await world.ended("parent")).output).toEqual({ doubled: 8, message: "child failed" });
    expect(world.hits.child).toBe(bodies(mode, 2, 3));
  });

  test("invocations in parallel all come back", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => {
      const child = inngest.createFunction(
        { id: "child", triggers: [{ event: "child" }] },
        async ({ event }) => (hit("child"), event.data.n * 10),
      );
      const parent = inngest.createFunction({ id: "parent", triggers: [{ event: "go" }] }, async ({ step }) =>
        Promise.all([1, 2, 3, 4].map((n) => step.invoke(`ask-${n}`, { function: child, data: { n } }))),
      );
      return [child, parent];
    });
    await world.send("go");
    expect((await world.ended("parent")).output).toEqual([10, 20, 30, 40]);
    expect(world.hits).toEqual({ child: 4 });
  });

  test("a sent event starts every function whose condition it meets", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "sender", triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.sendEvent(
          "fan",
          [1, 2, 3].map((n) => ({ name: "fanned", data: { n } })),
        );
      }),
      inngest.createFunction({ id: "all", triggers: [{ event: "fanned" }] }, async () => hit("all")),
      inngest.createFunction(
        { id: "some", triggers: [{ event: "fanned", if: "event.data.n >= 2 && !(event.data.n == 3)" }] },
        async ({ event }) => (hit("some"), event.data.n),
      ),
    ]);
    await world.send("go");
    await Promise.all([world.ended("all"), world.ended("all"), world.ended("all")]);
    expect((await world.ended("some")).output).toBe(2);
    expect(world.hits).toEqual({ all: 3, some: 1 });
  });
});

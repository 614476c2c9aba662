import { describe, expect, test } from "vitest";
import { bodies, deferred, givenWorld, modes, until } from "../given-world.ts";
import { useDatabase } from "../use-database.ts";

const database = useDatabase();

describe.concurrent.each(modes)("%s", (mode) => {
  test("parallel chains join once for each round", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        hit("body");
        const chain = async (name: string): Promise<string> => {
          const first = await step.run(`${name}1`, () => (hit(`${name}1`), name));
          return step.run(`${name}2`, () => (hit(`${name}2`), first + first));
        };
        const both = await Promise.all([chain("a"), chain("b")]);
        return step.run("end", () => (hit("end"), both.join("-")));
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toBe("aa-bb");
    // Two rounds are discovered; each step is asked for by itself; then the end, with one more call where steps are not checkpointed.
    expect(world.hits).toEqual({ body: bodies(mode, 7, 8), a1: 1, a2: 1, b1: 1, b2: 1, end: 1 });
  });

  test("the first step of a race decides, and the other still runs once", async () => {
    const slow = deferred();
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step, group }) => {
        const race = (): Promise<string> =>
          Promise.race([
            step.run("slow", async () => {
              hit("slow");
              await slow.promise;
              return "slow";
            }),
            step.run("fast", () => (hit("fast"), "fast")),
          ]);
        const winner = await group.parallel(race);
        await step.run("after", () => (hit("after"), slow.resolve()));
        return winner;
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toBe("fast");
    expect(world.hits).toEqual({ slow: 1, fast: 1, after: 1 });
  });

  test("of two waits that race, the one whose event comes decides", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        const first = Promise.race([
          step.waitForEvent("never", { event: "never", timeout: "1s" }).then(() => "never"),
          step
            .waitForEvent("soon", { event: "soon", timeout: "1m" })
            .then((event: { name: string } | null) => event?.name),
        ]);
        const name = await first;
        await step.run("after", () => hit("after"));
        return name;
      }),
    ]);
    await world.send("go");
    await until(() => world.isAwaited("soon"));
    await world.send("soon");
    expect((await world.ended("f")).output).toBe("soon");
    expect(world.hits).toEqual({ after: 1 });
  });

  test("a step beside a sleep waits for it", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        hit("body");
        const [quick] = await Promise.all([step.run("quick", () => (hit("quick"), 1)), step.sleep("nap", "1s")]);
        return step.run("after", () => (hit("after"), quick + 1));
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toBe(2);
    expect(world.hits).toEqual({ body: bodies(mode, 3, 4), quick: 1, after: 1 });
  });

  test("fifty steps in parallel each run once", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }] }, async ({ step }) => {
        hit("body");
        const numbers = Array.from({ length: 50 }, (_, n) => n);
        const squares = await Promise.all(
          numbers.map((n) => step.run(`square-${n}`, () => (hit(`square-${n}`), n * n))),
        );
        return squares.reduce((sum, square) => sum + square, 0);
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toBe(40_425);
    const { body, ...squares } = world.hits;
    expect(body).toBe(52);
    expect(Object.values(squares)).toEqual(Array.from({ length: 50 }, () => 1));
  });

  test("where the SDK asks for the older way, the function is called after each parallel step", async () => {
    await using world = await givenWorld(mode, database.url(), (inngest, { hit }) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "go" }], optimizeParallelism: false }, async ({ step }) => {
        const names = ["a", "b", "c"];
        return Promise.all(names.map((name) => step.run(name, () => (hit(name), name))));
      }),
    ]);
    await world.send("go");
    expect((await world.ended("f")).output).toEqual(["a", "b", "c"]);
    expect(world.hits).toEqual({ a: 1, b: 1, c: 1 });
  });
});

import { expect, test } from "vitest";
import { givenAccount } from "../testing/given.ts";
import { once } from "./once.ts";

test("set-up is done once for each account, and again when an earlier try died before its end", async () => {
  const { ctx } = await givenAccount();
  const tries: string[] = [];
  const fails = async () => {
    tries.push("died");
    throw new Error("the process ended");
  };
  const works = async () => {
    tries.push("done");
  };
  await expect(once(ctx, "demo", fails)).rejects.toThrow("the process ended");
  expect(await once(ctx, "demo", works)).toBe(true);
  expect(await once(ctx, "demo", works)).toBe(false);
  expect(await once((await givenAccount()).ctx, "demo", works)).toBe(true);
  expect(tries).toEqual(["died", "done", "done"]);
});

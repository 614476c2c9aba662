import { expect, test } from "vitest";
import { untilAnswered } from "./until-answered.ts";

function failing(...codes: string[]): () => Promise<string> {
  return async () => {
    const code = codes.shift();
    if (code === undefined) return "answered";
    throw Object.assign(new Error(code), { code });
  };
}

test("a full disk, a restart and a lost connection are waited out", async () => {
  expect(await untilAnswered(failing("53100", "57P01", "CONNECTION_CLOSED", "ECONNREFUSED"), () => false)).toBe(
    "answered",
  );
});

test("an error of the statement itself is thrown at once, and any error once the store is closed", async () => {
  await expect(untilAnswered(failing("23505"), () => false)).rejects.toThrow("23505");
  await expect(untilAnswered(failing("53100"), () => true)).rejects.toThrow("53100");
});

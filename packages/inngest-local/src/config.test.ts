import { expect, test } from "vitest";
import { readFunctions } from "./config.ts";

test("an option that did not exist when this was written is refused by name", () => {
  const functions = [
    { id: "f", triggers: [{ cron: "* * * * *", jitter: "5m" }], somethingNew: {} },
    { id: "d", triggers: [{ event: "inngest/deferred.schedule" }] },
  ];
  expect(() => readFunctions({ functions })).toThrow(
    /option somethingNew: not supported\n- function f, option triggers.jitter: not supported\n- function d, option defer: not supported/,
  );
});

test("a function has the retries it names, and four when it names none", () => {
  const [none, two] = readFunctions({
    functions: [
      { id: "none", triggers: [] },
      { id: "two", triggers: [], steps: { step: { retries: { attempts: 2 } } } },
    ],
  });
  expect([none?.maxAttempts, two?.maxAttempts]).toEqual([5, 3]);
});

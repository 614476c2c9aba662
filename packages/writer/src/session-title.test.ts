import { expect, test } from "vitest";
import { sessionTitle } from "./session-title.ts";
import { givenTurn } from "./testing/given-turn.ts";

test("a title says what is sold to whom, once both are known", () => {
  const brief = {
    product: { value: "month-end software", source: "message" as const },
    audience: { value: "finance leads", source: "message" as const },
  };
  expect(sessionTitle(givenTurn("x", { brief }))).toBe("Month-end software for finance leads");
});

test("until then it is the first request, cut at a word", () => {
  expect(
    sessionTitle(givenTurn("write an email to the heads of finance of mid-sized logistics companies in Europe")),
  ).toBe("Write an email to the heads of finance of mid-sized…");
});

test("the product is named without what is said around it", () => {
  const brief = {
    product: { value: "We sell Ledgerly, software that closes the books", source: "message" as const },
    audience: { value: "finance leads at logistics companies", source: "message" as const },
  };
  expect(sessionTitle(givenTurn("x", { brief }))).toBe("Ledgerly for finance leads at logistics companies");
});

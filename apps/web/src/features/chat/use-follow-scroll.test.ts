import { expect, test } from "vitest";
import { isNearEnd } from "./use-follow-scroll.ts";

test("a reader within 64 px of the end is taken along, one above is left alone", () => {
  expect(isNearEnd({ scrollHeight: 1000, clientHeight: 400, scrollTop: 536 })).toBe(true);
  expect(isNearEnd({ scrollHeight: 1000, clientHeight: 400, scrollTop: 535 })).toBe(false);
});

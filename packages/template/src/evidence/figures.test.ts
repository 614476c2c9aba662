import { expect, test } from "vitest";
import { backs, findFigures } from "./figures.ts";

test("a zero is backed by a zero and by nothing else", () => {
  const [zero] = findFigures("0 holds last year");
  const [other] = findFigures("4 holds last year");
  if (zero === undefined || other === undefined) throw new Error("the figures were not found");
  expect(backs(zero, zero)).toBe(true);
  expect(backs(zero, other)).toBe(false);
  expect(backs(other, zero)).toBe(false);
});

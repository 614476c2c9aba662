import { expect, test } from "vitest";
import { durationMs } from "./duration.ts";

test("a wait is a sum of units, a date, or nothing", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  expect(durationMs("1d2h3m4s", now)).toBe(93_784_000);
  expect(durationMs("1w", now)).toBe(604_800_000);
  expect(durationMs("2026-01-01T00:01:00.500Z", now)).toBe(60_500);
  expect(durationMs("2025-01-01T00:00:00Z", now)).toBe(0);
  expect(durationMs("", now)).toBe(0);
  expect(() => durationMs("a while", now)).toThrow("neither");
});

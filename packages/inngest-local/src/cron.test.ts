import { describe, expect, test } from "vitest";
import { nextTick, parseCron } from "./cron.ts";

describe("the next tick", () => {
  test.each([
    ["* * * * *", "2026-01-01T00:00:30Z", "2026-01-01T00:01:00.000Z"],
    ["*/15 * * * *", "2026-01-01T00:15:00Z", "2026-01-01T00:30:00.000Z"],
    ["5/20 8-9 * * *", "2026-01-01T08:46:00Z", "2026-01-01T09:05:00.000Z"],
    ["0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00.000Z"],
    ["0 12 1 * mon", "2026-01-02T00:00:00Z", "2026-01-05T12:00:00.000Z"],
    ["0 12 * * 7", "2026-01-02T00:00:00Z", "2026-01-04T12:00:00.000Z"],
    ["30 6 * jan,jul 1-5", "2026-01-30T07:00:00Z", "2026-07-01T06:30:00.000Z"],
    ["@daily", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00.000Z"],
    ["TZ=Europe/Berlin 0 9 * * *", "2026-07-01T00:00:00Z", "2026-07-01T07:00:00.000Z"],
    ["TZ=Europe/Berlin 0 9 * * *", "2026-01-01T00:00:00Z", "2026-01-01T08:00:00.000Z"],
    ["TZ=America/New_York 0 22 * * *", "2026-01-01T02:00:00Z", "2026-01-01T03:00:00.000Z"],
    // 02:30 does not exist on the last Sunday of March, and exists twice in October.
    ["TZ=Europe/Berlin 30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-30T00:30:00.000Z"],
    ["TZ=Europe/Berlin 30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00.000Z"],
  ])("of %s after %s is %s", (expression, after, next) => {
    expect(nextTick(parseCron(expression), new Date(after)).toISOString()).toBe(next);
  });

  test.each([
    "* * * *",
    "60 * * * *",
    "* * 0 * *",
    "*/0 * * * *",
    "a * * * *",
    "0 0 30 2 *",
    "TZ=Mars/Olympus * * * * *",
    "* * * * * *",
    "5-1-3 * * * *x",
  ])("of %s is refused when it is read", (expression) => {
    expect(() => parseCron(expression)).toThrow(/cron|time zone/i);
  });
});

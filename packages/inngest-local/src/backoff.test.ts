import { describe, expect, test } from "vitest";
import { backoffMs, retryAfterMs } from "./backoff.ts";

describe("a retry", () => {
  test("comes later after each attempt, up to two hours, with up to half a minute on top", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map((attempt) => backoffMs(attempt, () => 0) / 1000)).toEqual([
      15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200, 7200,
    ]);
    expect(backoffMs(0, () => 0.5)).toBe(30_000);
  });

  test("comes when the header says, in seconds or at a date", () => {
    const now = Date.parse("2026-01-01T00:00:00Z");
    expect(retryAfterMs("2", now)).toBe(2000);
    expect(retryAfterMs("0", now)).toBe(0);
    expect(retryAfterMs("2026-01-01T00:00:03.000Z", now)).toBe(3000);
    expect(retryAfterMs("2020-01-01T00:00:00Z", now)).toBe(0);
    expect([retryAfterMs(null, now), retryAfterMs("", now), retryAfterMs("soon", now)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

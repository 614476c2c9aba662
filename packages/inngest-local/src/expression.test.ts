import { describe, expect, test } from "vitest";
import { parseExpression } from "./expression.ts";

const scope = {
  event: { data: { id: "a", n: 3, ok: true, list: [{ x: 1 }], "odd key": "y", nothing: null } },
  async: { data: { id: "a", n: 4 } },
};

describe("an expression", () => {
  test.each([
    ["event.data.id == async.data.id", true],
    ["event.data.id == 'a' && event.data.n < 4", true],
    ['event.data.id != "a" || event.data.n >= 3', true],
    ["!(event.data.n > 2)", false],
    ["event.data.list[0].x == 1", true],
    ['event.data["odd key"]', "y"],
    ["event.data.id", "a"],
    ["event.data.n == -3.5 || event.data.ok", true],
    ["event.data.missing.deeper == null", true],
    ["event.data.nothing == null", true],
    ["event.data.missing < 1", false],
    ["event.data.id < 1", false],
    ["event.data.constructor == null", true],
    ["true && false || true", true],
    [String.raw`event.data.id == 'it\'s'`, false],
    [" ( event.data.n <= 3 ) ", true],
  ])("%s is %s", (text, value) => {
    expect(parseExpression(text)(scope)).toBe(value);
  });

  test.each([
    "event.data.id.startsWith('a')",
    "size(event.data.list) > 0",
    "event.data.n + 1",
    "event.data.id ==",
    "event.data.id = 'a'",
    "(event.data.id",
    "other.data.id == 1",
    "event..data",
    "event.data.id 'a'",
    "",
  ])("%s is refused when it is read", (text) => {
    expect(() => parseExpression(text)).toThrow("not supported");
  });
});

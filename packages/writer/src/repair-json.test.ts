import { expect, test } from "vitest";
import { repairJson } from "./repair-json.ts";

test.each([
  ['```json\n{"a": 1}\n```', { a: 1 }],
  ['{"a": [1, 2,],}', { a: [1, 2] }],
  ['{"a": "two\nlines"}', { a: "two\nlines" }],
  ['"{\\"a\\": 1}"', { a: 1 }],
  ["", {}],
])("%j is read as what was meant", (text, value) => {
  expect(repairJson(text)).toEqual(value);
});

test.each(['{"a": "cut of', '{"a": 1', "hello"])("%j is not completed", (text) => {
  expect(repairJson(text)).toBeUndefined();
});

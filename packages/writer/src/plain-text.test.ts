import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["<think>hm</think>Here it is.", "Here it is."],
  ['Done.\n```json\n{"a":1}\n```', "Done."],
  ['{"name":"finish","arguments":{}}', ""],
  ['[{"a":1}]', ""],
  ['{"name": "cut of', ""],
  ["[Note] This is prose.", "[Note] This is prose."],
  ["<tool_call>{}", ""],
  ["  Hello. ", "Hello."],
])("%j becomes %j", (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

import { expect, test } from "vitest";
import { visibleText } from "./visible-text.ts";

function watched(text: string): string {
  let shown = "";
  for (let end = 1; end <= text.length; end += 1) {
    const visible = visibleText(text.slice(0, end));
    if (visible.startsWith(shown)) shown = visible;
  }
  return shown;
}

test.each([
  ["Hello there.", "Hello there."],
  ["<think>Let me see. A < B.</think>\nHello.", "Hello."],
  ['{"name":"finish","arguments":{"summary":"Done."}}', ""],
  ['```json\n{"a":1}\n```', ""],
  ['<tool_call>{"name":"finish"}</tool_call>', ""],
  ["`code` first, then words", "`code` first, then words"],
  ["I <3 this", "I <3 this"],
])("of %j a person watches %j arrive", (text, shown) => {
  expect(watched(text)).toBe(shown);
});

import { expect, test } from "vitest";
import { recoverCalls } from "./recover-calls.ts";

const tools = new Set(["finish", "read_context"]);
const call = { name: "finish", input: { summary: "Done." } };

test.each([
  ['{"name":"finish","arguments":{"summary":"Done."}}'],
  ['```json\n{"name":"finish","parameters":{"summary":"Done."}}\n```'],
  ['<tool_call>\n{"name":"finish","arguments":{"summary":"Done."}}\n</tool_call>'],
  ['{"function":{"name":"finish","arguments":"{\\"summary\\":\\"Done.\\"}"}}'],
  ['[{"tool":"finish","input":{"summary":"Done."}}]'],
])("%s is read as the call it is", (text) => {
  expect(recoverCalls(text, tools)).toEqual([call]);
});

test.each([
  '{"name":"no_such_tool","arguments":{}}',
  "I would call finish now.",
  '{"subject":"Hello"}',
  '[{"tool":"finish"},{"a":1}]',
])("%s is not a call", (text) => {
  expect(recoverCalls(text, tools)).toEqual([]);
});

import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { expect, test } from "vitest";
import type { ModelTask } from "../../model-task.ts";
import { Conversation } from "../testing/conversation.ts";
import { createOfflineModel } from "./create-offline-model.ts";

function options(task: ModelTask, abortSignal?: AbortSignal): LanguageModelV4CallOptions {
  return {
    prompt: [],
    providerOptions: { longhand: JSON.parse(JSON.stringify(task)) },
    ...(abortSignal === undefined ? {} : { abortSignal }),
  };
}

function turnTask(message: string): ModelTask {
  const { state } = new Conversation();
  return { purpose: "turn", state: { ...state, request: { message_id: "m1", message } }, transcript: [] };
}

async function collect(stream: ReadableStream<LanguageModelV4StreamPart>): Promise<LanguageModelV4StreamPart[]> {
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

test("an answer in words streams word by word and ends with stop", async () => {
  const model = createOfflineModel({ paceMs: 0 });
  const task = turnTask("what's the weather?");
  const whole = await model.doGenerate(options(task));
  const parts = await collect((await model.doStream(options(task))).stream);
  const text = parts.flatMap((part) => (part.type === "text-delta" ? [part.delta] : [])).join("");
  expect(whole.content).toEqual([{ type: "text", text }]);
  expect(parts.map(({ type }) => type).filter((type) => type !== "text-delta")).toEqual([
    "stream-start",
    "response-metadata",
    "text-start",
    "text-end",
    "finish",
  ]);
  expect(parts.at(-1)).toMatchObject({
    finishReason: { unified: "stop" },
    usage: { inputTokens: { cacheRead: 0 }, outputTokens: { reasoning: 0 } },
  });
});

test("a brief makes tool calls whose input is the same streamed and whole", async () => {
  const model = createOfflineModel({ paceMs: 0 });
  const task = turnTask("We sell tea to cafes. They run out on Sundays.");
  const whole = await model.doGenerate(options(task));
  const parts = await collect((await model.doStream(options(task))).stream);
  const calls = parts.flatMap((part) =>
    part.type === "tool-call"
      ? [{ type: part.type, toolCallId: part.toolCallId, toolName: part.toolName, input: part.input }]
      : [],
  );
  expect(whole.content).toEqual(calls);
  expect(calls.map(({ toolName }) => toolName)).toEqual(["set_brief", "update_skeleton"]);
  expect(whole.finishReason.unified).toBe("tool-calls");
  const deltas = parts
    .flatMap((part) => (part.type === "tool-input-delta" && part.id === calls[0]?.toolCallId ? [part.delta] : []))
    .join("");
  expect(deltas).toBe(calls[0]?.input);
});

test("an aborted call stops before its next word", async () => {
  const model = createOfflineModel({ paceMs: 1 });
  const controller = new AbortController();
  const { stream } = await model.doStream(options(turnTask("help"), controller.signal));
  const seen: string[] = [];
  const reading = (async () => {
    for await (const part of stream) {
      if (part.type !== "text-delta") continue;
      seen.push(part.delta);
      if (seen.length === 3) controller.abort(new Error("cancelled"));
    }
  })();
  await expect(reading).rejects.toThrow("cancelled");
  expect(seen.length).toBe(3);
});

test("a call without a task is a mistake of the caller", async () => {
  await expect(
    Promise.resolve().then(() => createOfflineModel({ paceMs: 0 }).doGenerate({ prompt: [] })),
  ).rejects.toThrow("providerOptions.longhand");
});

import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import type { ModelTask } from "../../model-task.ts";
import { writeExampleAnswer } from "../lead/write-example-answer.ts";
import { hash } from "../plan/seeded.ts";
import { nextAnswer } from "./next-answer.ts";
import type { OfflineAnswer } from "./offline-answer.ts";
import { pause, streamAnswer } from "./stream-answer.ts";

const modelId = "longhand-offline";

/**
 * The writer that needs no key: a language model that reads the structured task
 * in `providerOptions.longhand` and no prose. Same task, same answer, byte for
 * byte. `paceMs` is the pause between streamed words, in milliseconds; a call
 * stops within one pause of its `abortSignal`.
 */
export function createOfflineModel({ paceMs }: { readonly paceMs: number }): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "offline",
    modelId,
    supportedUrls: {},
    async doGenerate(options) {
      const task = taskOf(options);
      await pause(0, options.abortSignal);
      const answer = answerTo(task);
      const calls = answer.calls.length > 0;
      const content: LanguageModelV4Content[] = [];
      if (answer.text !== "") content.push({ type: "text", text: answer.text });
      for (const [index, { name, input }] of answer.calls.entries())
        content.push({
          type: "tool-call",
          toolCallId: callIdOf(task, index),
          toolName: name,
          input: JSON.stringify(input),
        });
      return {
        content,
        finishReason: { unified: calls ? "tool-calls" : "stop", raw: calls ? "tool_calls" : "stop" },
        usage: usageOf(task, answer),
        response: { modelId },
        warnings: [],
      };
    },
    async doStream(options) {
      const task = taskOf(options);
      await pause(0, options.abortSignal);
      const answer = answerTo(task);
      return {
        stream: streamAnswer(answer, {
          paceMs,
          signal: options.abortSignal,
          usage: usageOf(task, answer),
          modelId,
          callId: (index) => callIdOf(task, index),
        }),
      };
    },
  };
}

function answerTo(task: ModelTask): OfflineAnswer {
  return task.purpose === "turn"
    ? nextAnswer(task)
    : { text: JSON.stringify(writeExampleAnswer(task.example)), calls: [] };
}

function taskOf(options: LanguageModelV4CallOptions): ModelTask {
  const task: unknown = options.providerOptions?.["longhand"];
  if (!isTask(task)) throw new Error("The offline model needs its task in providerOptions.longhand.");
  return task;
}

/** The task is made by this package's own loop, a few lines away: its purpose tells which of the two it is. */
function isTask(value: unknown): value is ModelTask {
  return (
    typeof value === "object" &&
    value !== null &&
    "purpose" in value &&
    (value.purpose === "turn" || value.purpose === "example")
  );
}

/** Unique within a session, and the same when a step runs again. */
function callIdOf(task: ModelTask, index: number): string {
  if (task.purpose === "example") return `call_${index}`;
  const before = task.transcript.filter(({ kind }) => kind === "answer").length;
  return `call_${hash(`${task.state.request.message_id}|${task.state.session.id}`).toString(36)}_${before}_${index}`;
}

/** Tokens by characters ÷ 4, the rule used wherever no provider counts. */
function usageOf(task: ModelTask, answer: OfflineAnswer): LanguageModelV4Usage {
  const input = Math.ceil(JSON.stringify(task).length / 4);
  const output = Math.ceil(
    (answer.text.length + answer.calls.reduce((sum, call) => sum + JSON.stringify(call.input).length, 0)) / 4,
  );
  return {
    inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: output, text: output, reasoning: 0 },
  };
}

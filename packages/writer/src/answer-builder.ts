import type { LanguageModelV4Message, LanguageModelV4StreamPart, LanguageModelV4Usage } from "@ai-sdk/provider";
import { StreamFailure } from "./classify-failure.ts";
import type { StoredAnswer } from "./ports.ts";
import { recoverCalls } from "./recover-calls.ts";
import { repairJson } from "./repair-json.ts";
import { toJson } from "./to-json.ts";

type AssistantPart = Extract<LanguageModelV4Message, { role: "assistant" }>["content"][number];
type ToolCall = StoredAnswer["tool_calls"][number];

/** Collects the parts of one stream into an answer. */
export interface AnswerBuilder {
  /** @throws the error a stream reports as a part. */
  add(part: LanguageModelV4StreamPart): void;
  /** Characters received so far, for an estimate of a call that ends early. */
  characters(): number;
  /** @throws {StreamFailure} `stream_cut` when the provider did not finish. */
  build(model: string): { readonly answer: StoredAnswer; readonly usage: LanguageModelV4Usage };
}

/** Calls of one answer that are executed: more than these is a model going round in circles. */
const mostCalls = 16;

/** Start collecting one answer. `tools` are the names that a call written out as text may have. */
export function createAnswerBuilder(tools: ReadonlySet<string>): AnswerBuilder {
  const blocks = new Map<string, { part: "text" | "reasoning"; text: string; options: object | undefined }>();
  const content: (() => AssistantPart)[] = [];
  const calls: ToolCall[] = [];
  const texts: string[] = [];
  let characters = 0;
  let finish: Extract<LanguageModelV4StreamPart, { type: "finish" }> | undefined;

  function block(id: string, part: "text" | "reasoning", options: object | undefined): { text: string } {
    const key = `${part} ${id}`;
    const known = blocks.get(key);
    if (known !== undefined) {
      if (options !== undefined) known.options = { ...known.options, ...options };
      return known;
    }
    const made = { part, text: "", options };
    blocks.set(key, made);
    content.push(() => ({
      type: part,
      text: made.text,
      ...(made.options === undefined ? {} : { providerOptions: JSON.parse(JSON.stringify(made.options)) }),
    }));
    return made;
  }

  function addCall(part: Extract<LanguageModelV4StreamPart, { type: "tool-call" }>): void {
    if (calls.length >= mostCalls) return;
    // Small servers number their calls afresh in each answer, or leave the id out: a step id needs it.
    const id =
      part.toolCallId !== "" && calls.every((call) => call.id !== part.toolCallId)
        ? part.toolCallId
        : `${part.toolCallId || "call"}-${calls.length + 1}`;
    const input = repairJson(part.input);
    const call: ToolCall = {
      id,
      name: part.toolName,
      input: input ?? {},
      ...(input === undefined ? { broken: part.input.slice(0, 2000) } : {}),
    };
    calls.push(call);
    const options = part.providerMetadata === undefined ? {} : { providerOptions: part.providerMetadata };
    content.push(() => ({ type: "tool-call", toolCallId: id, toolName: part.toolName, input: call.input, ...options }));
  }

  return {
    characters: () => characters,
    add(part) {
      if ("delta" in part) characters += part.delta.length;
      switch (part.type) {
        case "text-start":
        case "text-end":
          block(part.id, "text", part.providerMetadata);
          break;
        case "text-delta":
          block(part.id, "text", part.providerMetadata).text += part.delta;
          texts.push(part.delta);
          break;
        case "reasoning-start":
        case "reasoning-end":
          block(part.id, "reasoning", part.providerMetadata);
          break;
        case "reasoning-delta":
          block(part.id, "reasoning", part.providerMetadata).text += part.delta;
          break;
        case "tool-call":
          addCall(part);
          break;
        case "error":
          throw part.error;
        case "finish":
          finish = part;
          break;
        default:
      }
    },
    build(model) {
      // Providers close a stream that was cut with a finish part of their own making, which has no raw reason.
      const reason = finish?.finishReason;
      const cut =
        reason === undefined ||
        reason.unified === "interrupted" ||
        (reason.raw === undefined && (reason.unified === "other" || reason.unified === "error"));
      if (finish === undefined || cut)
        throw new StreamFailure("stream_cut", "the provider's stream ended without a finish");
      const recovered = calls.length > 0 ? [] : recoverCalls(texts.join(""), tools);
      for (const [i, { name, input }] of recovered.entries())
        addCall({ type: "tool-call", toolCallId: `written-${i + 1}`, toolName: name, input: JSON.stringify(input) });
      const parts = content
        .map((make) => make())
        .filter((part) => part.type !== "text" || (part.text !== "" && recovered.length === 0));
      const message: LanguageModelV4Message = { role: "assistant", content: parts };
      return {
        answer: {
          model,
          text: recovered.length === 0 ? texts.join("") : "",
          tool_calls: calls,
          finish_reason: finish.finishReason.unified,
          messages: toJson(parts.length === 0 ? [] : [message]),
        },
        usage: finish.usage,
      };
    },
  };
}

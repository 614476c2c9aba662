import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";

/** How a provider's server says things on the wire; hand-made, after its documentation. */
export interface Dialect {
  readonly name: "anthropic" | "openai" | "compatible";
  readonly model: (baseURL: string) => LanguageModelV4;
  readonly says: (text: string) => object[];
  readonly calls: (name: string, input: string) => object[];
  readonly half: (text: string) => object[];
}

const anthropicStart = {
  type: "message_start",
  message: {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "claude-sonnet-5-5",
    content: [],
    stop_reason: null,
    usage: { input_tokens: 40, cache_read_input_tokens: 60, cache_creation_input_tokens: 0, output_tokens: 1 },
  },
};
const anthropicText = (text: string) => [
  { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
  { type: "content_block_delta", index: 0, delta: { type: "text_delta", text } },
  { type: "content_block_stop", index: 0 },
];
const anthropicEnd = (reason: string) => [
  { type: "message_delta", delta: { stop_reason: reason, stop_sequence: null }, usage: { output_tokens: 9 } },
  { type: "message_stop" },
];

const chunk = (delta: object, finish: string | null = null) => ({
  id: "c1",
  object: "chat.completion.chunk",
  created: 1,
  model: "local",
  choices: [{ index: 0, delta, finish_reason: finish }],
});
const chatUsage = {
  id: "c1",
  object: "chat.completion.chunk",
  created: 1,
  model: "local",
  choices: [],
  usage: { prompt_tokens: 100, completion_tokens: 9, total_tokens: 109, prompt_tokens_details: { cached_tokens: 60 } },
};

const openaiUsage = {
  input_tokens: 100,
  input_tokens_details: { cached_tokens: 60 },
  output_tokens: 9,
  output_tokens_details: { reasoning_tokens: 0 },
};
const openaiCreated = {
  type: "response.created",
  response: { id: "resp_1", object: "response", created_at: 1, model: "gpt-5.4-mini" },
};
const openaiText = (text: string) => [
  {
    type: "response.output_item.added",
    output_index: 0,
    item: { id: "item_1", type: "message", role: "assistant", status: "in_progress", content: [] },
  },
  { type: "response.output_text.delta", item_id: "item_1", output_index: 0, content_index: 0, delta: text },
];
const openaiEnd = {
  type: "response.completed",
  response: {
    id: "resp_1",
    object: "response",
    created_at: 1,
    model: "gpt-5.4-mini",
    incomplete_details: null,
    usage: openaiUsage,
  },
};

/** Every dialect the writer speaks. */
export const dialects: readonly Dialect[] = [
  {
    name: "anthropic",
    model: (baseURL) => createAnthropic({ apiKey: "test", baseURL }).languageModel("claude-sonnet-5-5"),
    says: (text) => [anthropicStart, ...anthropicText(text), ...anthropicEnd("end_turn")],
    calls: (name, input) => [
      anthropicStart,
      { type: "content_block_start", index: 0, content_block: { type: "tool_use", id: "toolu_1", name, input: {} } },
      { type: "content_block_delta", index: 0, delta: { type: "input_json_delta", partial_json: input } },
      { type: "content_block_stop", index: 0 },
      ...anthropicEnd("tool_use"),
    ],
    half: (text) => [anthropicStart, ...anthropicText(text).slice(0, 2)],
  },
  {
    name: "openai",
    model: (baseURL) => createOpenAI({ apiKey: "test", baseURL }).responses("gpt-5.4-mini"),
    says: (text) => [
      openaiCreated,
      ...openaiText(text),
      {
        type: "response.output_item.done",
        output_index: 0,
        item: {
          id: "item_1",
          type: "message",
          role: "assistant",
          status: "completed",
          content: [{ type: "output_text", text, annotations: [] }],
        },
      },
      openaiEnd,
    ],
    calls: (name, input) => [
      openaiCreated,
      {
        type: "response.output_item.added",
        output_index: 0,
        item: { id: "fc_1", type: "function_call", call_id: "call_1", name, arguments: "", status: "in_progress" },
      },
      { type: "response.function_call_arguments.delta", item_id: "fc_1", output_index: 0, delta: input },
      {
        type: "response.output_item.done",
        output_index: 0,
        item: { id: "fc_1", type: "function_call", call_id: "call_1", name, arguments: input, status: "completed" },
      },
      openaiEnd,
    ],
    half: (text) => [openaiCreated, ...openaiText(text)],
  },
  {
    name: "compatible",
    model: (baseURL) => createOpenAICompatible({ name: "compatible", baseURL, includeUsage: true }).chatModel("local"),
    says: (text) => [chunk({ role: "assistant", content: text }), chunk({}, "stop"), chatUsage],
    calls: (name, input) => [
      chunk({
        role: "assistant",
        tool_calls: [{ index: 0, id: "call_1", type: "function", function: { name, arguments: input } }],
      }),
      chunk({}, "tool_calls"),
      chatUsage,
    ],
    half: (text) => [chunk({ role: "assistant", content: text })],
  },
];

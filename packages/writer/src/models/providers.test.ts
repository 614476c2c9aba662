import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { expect, test } from "vitest";
import { ModelCallError } from "../model-call-error.ts";
import { runTurn } from "../run-turn.ts";
import { givenLeads, givenTurn } from "../testing/given-turn.ts";
import { memoryTurn } from "../testing/memory-turn.ts";
import type { ModelChain } from "./model-chain.ts";

/** What the local server says, call by call. */
interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Lines of a server-sent event stream, or one body. */
  readonly lines?: readonly object[];
  readonly body?: string;
}

async function givenServer(replies: readonly Reply[]) {
  const asked: unknown[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      asked.push(JSON.parse(Buffer.concat(chunks).toString() || "null"));
      const reply = replies[asked.length - 1] ?? { status: 599 };
      response.writeHead(reply.status ?? 200, { "content-type": reply.lines === undefined ? "application/json" : "text/event-stream", ...reply.headers });
      for (const line of reply.lines ?? []) response.write(`${"type" in line ? `event: ${String(line.type)}\n` : ""}data: ${JSON.stringify(line)}\n\n`);
      response.end(reply.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/v1`, asked, [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

interface Dialect {
  readonly name: "anthropic" | "openai" | "compatible";
  readonly model: (baseURL: string) => LanguageModelV4;
  readonly says: (text: string) => object[];
  readonly calls: (name: string, input: string) => object[];
  readonly half: (text: string) => object[];
}

const anthropicStart = { type: "message_start", message: { id: "msg_1", type: "message", role: "assistant", model: "claude-sonnet-5-5", content: [], stop_reason: null, usage: { input_tokens: 40, cache_read_input_tokens: 60, cache_creation_input_tokens: 0, output_tokens: 1 } } };
const anthropicText = (text: string) => [
  { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
  { type: "content_block_delta", index: 0, delta: { type: "text_delta", text } },
  { type: "content_block_stop", index: 0 },
];
const anthropicEnd = (reason: string) => [{ type: "message_delta", delta: { stop_reason: reason, stop_sequence: null }, usage: { output_tokens: 9 } }, { type: "message_stop" }];

const chunk = (delta: object, finish: string | null = null) => ({ id: "c1", object: "chat.completion.chunk", created: 1, model: "local", choices: [{ index: 0, delta, finish_reason: finish }] });
const chatUsage = { id: "c1", object: "chat.completion.chunk", created: 1, model: "local", choices: [], usage: { prompt_tokens: 100, completion_tokens: 9, total_tokens: 109, prompt_tokens_details: { cached_tokens: 60 } } };

const openaiUsage = { input_tokens: 100, input_tokens_details: { cached_tokens: 60 }, output_tokens: 9, output_tokens_details: { reasoning_tokens: 0 } };
const openaiCreated = { type: "response.created", response: { id: "resp_1", object: "response", created_at: 1, model: "gpt-5.4-mini" } };
const openaiText = (text: string) => [
  { type: "response.output_item.added", output_index: 0, item: { id: "item_1", type: "message", role: "assistant", status: "in_progress", content: [] } },
  { type: "response.output_text.delta", item_id: "item_1", output_index: 0, content_index: 0, delta: text },
];
const openaiEnd = { type: "response.completed", response: { id: "resp_1", object: "response", created_at: 1, model: "gpt-5.4-mini", incomplete_details: null, usage: openaiUsage } };

const dialects: readonly Dialect[] = [
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
    says: (text) => [openaiCreated, ...openaiText(text), { type: "response.output_item.done", output_index: 0, item: { id: "item_1", type: "message", role: "assistant", status: "completed", content: [{ type: "output_text", text, annotations: [] }] } }, openaiEnd],
    calls: (name, input) => [
      openaiCreated,
      { type: "response.output_item.added", output_index: 0, item: { id: "fc_1", type: "function_call", call_id: "call_1", name, arguments: "", status: "in_progress" } },
      { type: "response.function_call_arguments.delta", item_id: "fc_1", output_index: 0, delta: input },
      { type: "response.output_item.done", output_index: 0, item: { id: "fc_1", type: "function_call", call_id: "call_1", name, arguments: input, status: "completed" } },
      openaiEnd,
    ],
    half: (text) => [openaiCreated, ...openaiText(text)],
  },
  {
    name: "compatible",
    model: (baseURL) => createOpenAICompatible({ name: "compatible", baseURL, includeUsage: true }).chatModel("local"),
    says: (text) => [chunk({ role: "assistant", content: text }), chunk({}, "stop"), chatUsage],
    calls: (name, input) => [chunk({ role: "assistant", tool_calls: [{ index: 0, id: "call_1", type: "function", function: { name, arguments: input } }] }), chunk({}, "tool_calls"), chatUsage],
    half: (text) => [chunk({ role: "assistant", content: text })],
  },
];

function chainOf({ name, model }: Dialect, url: string): ModelChain {
  const language = model(url);
  return { links: [{ id: `${name}:${language.modelId}`, provider: name, model: language.modelId, language, firstChunkMs: 20_000, providerOptions: name === "openai" ? { openai: { store: false } } : {} }], reason: "a test" };
}

for (const dialect of dialects) {
  test(`${dialect.name}: an ordinary answer is stored with its tokens, and never carries the structured task`, async () => {
    await using server = await givenServer([{ lines: dialect.says("Hello there.") }]);
    const turn = memoryTurn(givenTurn("Hello"), givenLeads);
    await runTurn(turn.ports, chainOf(dialect, server.url));
    expect(turn.ends[0]?.text).toBe("Hello there.");
    expect(turn.usage).toMatchObject([{ provider: dialect.name, input: 100, cached_read: 60, output: 9, estimated: false }]);
    expect(JSON.stringify(server.asked)).not.toContain("longhand\":");
    expect(JSON.stringify(server.asked)).not.toContain("\"purpose\":\"turn\"");
  });

  test(`${dialect.name}: a tool call is executed as a step of its own and its result goes back`, async () => {
    await using server = await givenServer([{ lines: dialect.calls("read_context", '{"query":"month-end close"}') }, { lines: dialect.says("Nine days to four.") }]);
    const turn = memoryTurn(givenTurn("What proof do we have?"), givenLeads);
    await runTurn(turn.ports, chainOf(dialect, server.url));
    expect(turn.results()).toMatchObject([{ ok: true, facts: expect.arrayContaining([expect.objectContaining({ id: "fact:f2" })]) }]);
    expect(JSON.stringify(server.asked[1])).toContain("Northwind cut its month-end close");
    expect(turn.ends[0]?.text).toBe("Nine days to four.");
  });

  test(`${dialect.name}: broken tool JSON goes back to the model`, async () => {
    await using server = await givenServer([{ lines: dialect.calls("read_context", '{"query": "month') }, { lines: dialect.says("Sorry.") }]);
    const turn = memoryTurn(givenTurn("Hello"), givenLeads);
    await runTurn(turn.ports, chainOf(dialect, server.url));
    expect(turn.results()).toMatchObject([{ ok: false, issues: [{ code: "broken_json" }] }]);
    expect(turn.ends[0]?.text).toBe("Sorry.");
  });

  test.each([
    [{ status: 429, headers: { "retry-after": "5" }, body: '{"error":{"type":"rate_limit_error","message":"slow down"}}' }, { retry: "wait", code: "rate_limited", retryAfterMs: 5_000 }],
    [{ status: 529, body: '{"error":{"type":"overloaded_error","message":"overloaded"}}' }, { retry: "transient", code: "rate_limited" }],
    [{ status: 500, body: '{"error":{"type":"api_error","message":"boom"}}' }, { retry: "transient", code: "provider_unavailable" }],
    [{ status: 401, body: '{"error":{"type":"authentication_error","message":"bad key"}}' }, { retry: "stop", code: "no_access" }],
  ])(`${dialect.name}: %j is told to the executor as %j, after one request`, async (reply, expected) => {
    await using server = await givenServer([reply]);
    const error: unknown = await runTurn(memoryTurn(givenTurn("Hello"), givenLeads).ports, chainOf(dialect, server.url)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ModelCallError);
    expect(error).toMatchObject(expected);
    expect(server.asked).toHaveLength(1);
  });

  test(`${dialect.name}: half a stream is a failure in passing`, async () => {
    await using server = await givenServer([{ lines: dialect.half("I was about to") }]);
    const turn = memoryTurn(givenTurn("Hello"), givenLeads);
    const error: unknown = await runTurn(turn.ports, chainOf(dialect, server.url)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ retry: "transient", code: "stream_cut" });
    expect(turn.lost).toHaveLength(1);
    expect(turn.ends).toHaveLength(0);
  });
}

test("a server that is not there is a failure in passing", async () => {
  const language = createOpenAICompatible({ name: "compatible", baseURL: "http://127.0.0.1:9/v1" }).chatModel("local");
  const chain: ModelChain = { links: [{ id: "compatible:local", provider: "compatible", model: "local", language, firstChunkMs: 20_000, providerOptions: {} }], reason: "a test" };
  const error: unknown = await runTurn(memoryTurn(givenTurn("Hello"), givenLeads).ports, chain).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ retry: "transient", code: "network" });
});

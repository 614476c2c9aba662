import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { expect, test } from "vitest";
import { ModelCallError } from "../model-call-error.ts";
import { runTurn } from "../run-turn.ts";
import { dialects, type Dialect } from "../testing/dialects.ts";
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
      response.writeHead(reply.status ?? 200, {
        "content-type": reply.lines === undefined ? "application/json" : "text/event-stream",
        ...reply.headers,
      });
      for (const line of reply.lines ?? [])
        response.write(`${"type" in line ? `event: ${String(line.type)}\n` : ""}data: ${JSON.stringify(line)}\n\n`);
      response.end(reply.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function chainOf({ name, model }: Dialect, url: string): ModelChain {
  const language = model(url);
  return {
    links: [
      {
        id: `${name}:${language.modelId}`,
        provider: name,
        model: language.modelId,
        language,
        firstChunkMs: 20_000,
        providerOptions: name === "openai" ? { openai: { store: false } } : {},
      },
    ],
    reason: "a test",
  };
}

for (const dialect of dialects) {
  test(`${dialect.name}: an ordinary answer is stored with its tokens, and never carries the structured task`, async () => {
    await using server = await givenServer([{ lines: dialect.says("Hello there.") }]);
    const turn = memoryTurn(givenTurn("Hello"), givenLeads);
    await runTurn(turn.ports, chainOf(dialect, server.url));
    expect(turn.ends[0]?.text).toBe("Hello there.");
    expect(turn.usage).toMatchObject([
      { provider: dialect.name, input: 100, cached_read: 60, output: 9, estimated: false },
    ]);
    expect(JSON.stringify(server.asked)).not.toContain('longhand":');
    expect(JSON.stringify(server.asked)).not.toContain('"purpose":"turn"');
  });

  test(`${dialect.name}: a tool call is executed as a step of its own and its result goes back`, async () => {
    await using server = await givenServer([
      { lines: dialect.calls("read_context", '{"query":"month-end close"}') },
      { lines: dialect.says("Nine days to four.") },
    ]);
    const turn = memoryTurn(givenTurn("What proof do we have?"), givenLeads);
    await runTurn(turn.ports, chainOf(dialect, server.url));
    expect(turn.results()).toMatchObject([
      { ok: true, facts: expect.arrayContaining([expect.objectContaining({ id: "fact:f2" })]) },
    ]);
    expect(JSON.stringify(server.asked[1])).toContain("Northwind cut its month-end close");
    expect(turn.ends[0]?.text).toBe("Nine days to four.");
  });

  test(`${dialect.name}: broken tool JSON goes back to the model`, async () => {
    await using server = await givenServer([
      { lines: dialect.calls("read_context", '{"query": "month') },
      { lines: dialect.says("Sorry.") },
    ]);
    const turn = memoryTurn(givenTurn("Hello"), givenLeads);
    await runTurn(turn.ports, chainOf(dialect, server.url));
    expect(turn.results()).toMatchObject([{ ok: false, issues: [{ code: "broken_json" }] }]);
    expect(turn.ends[0]?.text).toBe("Sorry.");
  });

  test.each([
    [
      {
        status: 429,
        headers: { "retry-after": "5" },
        body: '{"error":{"type":"rate_limit_error","message":"slow down"}}',
      },
      { retry: "wait", code: "rate_limited", retryAfterMs: 5_000 },
    ],
    [
      { status: 529, body: '{"error":{"type":"overloaded_error","message":"overloaded"}}' },
      { retry: "transient", code: "rate_limited" },
    ],
    [
      { status: 500, body: '{"error":{"type":"api_error","message":"boom"}}' },
      { retry: "transient", code: "provider_unavailable" },
    ],
    [
      { status: 401, body: '{"error":{"type":"authentication_error","message":"bad key"}}' },
      { retry: "stop", code: "no_access" },
    ],
  ])(`${dialect.name}: %j is told to the executor as %j, after one request`, async (reply, expected) => {
    await using server = await givenServer([reply]);
    const error: unknown = await runTurn(
      memoryTurn(givenTurn("Hello"), givenLeads).ports,
      chainOf(dialect, server.url),
    ).catch((thrown: unknown) => thrown);
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
  const chain: ModelChain = {
    links: [
      {
        id: "compatible:local",
        provider: "compatible",
        model: "local",
        language,
        firstChunkMs: 20_000,
        providerOptions: {},
      },
    ],
    reason: "a test",
  };
  const error: unknown = await runTurn(memoryTurn(givenTurn("Hello"), givenLeads).ports, chain).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ retry: "transient", code: "network" });
});

import { APICallError } from "@ai-sdk/provider";
import { expect, test } from "vitest";
import { ModelCallError } from "./model-call-error.ts";
import { runExamples } from "./run-examples.ts";
import { runTurn } from "./run-turn.ts";
import { givenLeads, givenTurn } from "./testing/given-turn.ts";
import { memoryExamples } from "./testing/memory-examples.ts";
import { manualClock } from "./testing/manual-clock.ts";
import { memoryTurn } from "./testing/memory-turn.ts";
import { runToEnd } from "./testing/run-to-end.ts";
import { scriptedChain, scriptedModel } from "./testing/scripted-model.ts";

function status(statusCode: number, responseHeaders: Record<string, string> = {}, responseBody = ""): APICallError {
  return new APICallError({
    message: `status ${statusCode}`,
    url: "http://provider.example",
    requestBodyValues: {},
    statusCode,
    responseHeaders,
    responseBody,
  });
}

async function failureOf(work: Promise<unknown>): Promise<ModelCallError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (error instanceof ModelCallError) return error;
  throw new Error("expected a ModelCallError", { cause: error });
}

function hello() {
  return memoryTurn(givenTurn("Hello"), givenLeads);
}

test("a provider's stated delay is passed to the executor", async () => {
  const error = await failureOf(
    runTurn(hello().ports, scriptedChain(scriptedModel([{ fails: status(429, { "retry-after": "7" }) }]))),
  );
  expect(error).toMatchObject({ retry: "wait", code: "rate_limited", retryAfterMs: 7_000 });
});

test("a delay over a minute is cut to a minute when nobody else can answer", async () => {
  const error = await failureOf(
    runTurn(hello().ports, scriptedChain(scriptedModel([{ fails: status(429, { "retry-after": "900" }) }]))),
  );
  expect(error).toMatchObject({ retry: "wait", retryAfterMs: 60_000 });
});

test("a delay over a minute is not waited for when another model can answer", async () => {
  const turn = hello();
  await runTurn(
    turn.ports,
    scriptedChain(
      scriptedModel([{ fails: status(429, { "retry-after": "900" }) }]),
      scriptedModel([{ text: "Hello." }], "second"),
    ),
  );
  expect(turn.ends[0]?.model).toBe("scripted:second");
});

test("a server error is tried again by the executor three times, then the next model takes over and the reply names it", async () => {
  const turn = hello();
  const first = scriptedModel(() => ({ fails: status(503) }), "first");
  const second = scriptedModel([{ text: "Hello." }], "second");
  const { waits } = await runToEnd(() => runTurn(turn.ports, scriptedChain(first, second)));
  expect(first.asked).toHaveLength(4);
  expect(waits.map((ms, i) => Math.round(ms / ([1_000, 3_000, 8_000][i] ?? 0)))).toEqual([1, 1, 1]);
  expect(turn.events.find(({ kind }) => kind === "model.changed")).toMatchObject({
    payload: { from: "scripted:first", to: "scripted:second" },
  });
  expect(turn.ends[0]?.text).toBe("Hello.\n\n(scripted:first did not answer; scripted:second wrote this.)");
});

test("after a switch the later calls of the turn begin with the model that answered", async () => {
  const turn = hello();
  const first = scriptedModel(() => ({ fails: status(500) }), "first");
  const second = scriptedModel(
    [{ calls: [{ name: "read_context", input: { query: "close" } }] }, { text: "Done." }],
    "second",
  );
  await runToEnd(() => runTurn(turn.ports, scriptedChain(first, second)));
  expect(first.asked).toHaveLength(4);
  expect(second.asked).toHaveLength(2);
});

test("a server error with nobody to take over ends the run with a sentence, not the provider's words", async () => {
  const model = scriptedModel(() => ({ fails: status(500, {}, "stack trace of theirs") }));
  const turn = hello();
  const error = await failureOf(runToEnd(() => runTurn(turn.ports, scriptedChain(model))));
  expect(error).toMatchObject({
    retry: "stop",
    code: "provider_unavailable",
    message: "scripted:scripted has a problem of its own.",
  });
});

test.each([
  [401, ""],
  [403, ""],
  [404, ""],
  [400, "Your credit balance is too low"],
  [429, "insufficient_quota"],
])("a refused key, model or account (%i %s) is left at once and passed over for five minutes", async (code, body) => {
  const clock = manualClock();
  const first = scriptedModel(
    (call) => (call === 1 ? { fails: status(code, { "retry-after": "1" }, body) } : { text: "Back again." }),
    "first",
  );
  const chain = scriptedChain(
    first,
    scriptedModel(() => ({ text: "Hello." }), "second"),
  );
  await runTurn(hello().ports, chain, { clock });
  await runTurn(hello().ports, chain, { clock });
  expect(first.asked).toHaveLength(1);
  await clock.advance(300_001);
  const later = hello();
  await runTurn(later.ports, chain, { clock });
  expect(later.ends[0]?.text).toBe("Back again.");
});

test("a refused key with nobody to take over stops at once", async () => {
  const error = await failureOf(runTurn(hello().ports, scriptedChain(scriptedModel([{ fails: status(401) }]))));
  expect(error).toMatchObject({ retry: "stop", code: "no_access" });
});

test("a prompt that is too long is asked once more in short, then the turn fails and says so", async () => {
  const long = Array.from({ length: 30 }, (_, i) => ({
    id: `d${i}`,
    role: i % 2 === 0 ? ("user" as const) : ("assistant" as const),
    content: `message ${i}`,
  }));
  const turn = memoryTurn(givenTurn("Hello", { dialogue: long }), givenLeads);
  const model = scriptedModel(() => ({ fails: status(400, {}, "prompt is too long: 300000 tokens") }));
  const error = await failureOf(runTurn(turn.ports, scriptedChain(model, scriptedModel([{ text: "no" }], "second"))));
  expect(error).toMatchObject({ retry: "stop", code: "context_too_long" });
  expect(model.asked.map(({ prompt }) => prompt.length)).toEqual([26, 8]);
});

test("half a stream is a failure in passing, and its tokens are counted as lost", async () => {
  const turn = hello();
  const error = await failureOf(
    runTurn(turn.ports, scriptedChain(scriptedModel([{ text: "I was about to say", cut: true }]))),
  );
  expect(error).toMatchObject({ retry: "transient", code: "stream_cut" });
  expect(turn.lost).toMatchObject([{ estimated: true, output: 5, usd_micros: null }]);
  expect(turn.usage).toHaveLength(0);
});

test("twenty seconds without a first chunk are a timeout, with a sign of life each second and the request aborted", async () => {
  const clock = manualClock();
  const turn = hello();
  const model = scriptedModel([{ hangs: true }]);
  const begun = clock.now();
  const error = await failureOf(clock.runUntil(runTurn(turn.ports, scriptedChain(model), { clock })));
  expect(error).toMatchObject({ retry: "transient", code: "timed_out" });
  expect(Math.round((clock.now() - begun) / 1000)).toBe(20);
  expect(turn.beats()).toBeGreaterThanOrEqual(18);
  expect(model.asked[0]?.abortSignal?.aborted).toBe(true);
});

test("an answer stored by an execution that died is used, though the model would now say something else", async () => {
  const turn = hello();
  turn.crashOnce({ step: "llm-1", at: "after finishAnswer" });
  const model = scriptedModel((call) => ({ text: call === 1 ? "First." : "Second." }));
  await runToEnd(() => runTurn(turn.ports, scriptedChain(model)));
  expect(turn.ends[0]?.text).toBe("First.");
  expect(model.asked).toHaveLength(1);
});

test("a server that refuses a response format is asked again without one", async () => {
  const run = memoryExamples({ leads: givenLeads.slice(0, 1) });
  const model = scriptedModel((_, options) =>
    options.responseFormat === undefined
      ? { text: '{"slots":[]}' }
      : { fails: status(400, {}, "response_format is not supported") },
  );
  await runExamples(run.ports, scriptedChain(model));
  expect(run.written.get("lead-0")?.status).toBe("written");
});

import type { ModelTask } from "@longhand/writer";
import type { ModelChain, ModelLink } from "@longhand/writer/models";

type Language = ModelLink["language"];
type StreamPart = Awaited<ReturnType<Language["doStream"]>>["stream"] extends ReadableStream<infer Part> ? Part : never;

/** One answer of a script: words, calls, or a failure. */
export interface Line {
  readonly text?: string;
  readonly calls?: readonly { readonly name: string; readonly input: object }[];
  /** Thrown instead of opening the stream. */
  readonly fails?: Error;
  /** After the words, wait for this (or the abort) before going on. */
  readonly holds?: Promise<void>;
}

/** What a script is told about each call: its number from 1, what it is for, and the signal that aborts it. */
export interface ScriptedCall {
  readonly number: number;
  readonly task: ModelTask;
  readonly signal: AbortSignal | undefined;
}

/** A chain of one model that answers by script, and what it was asked. */
export interface ScriptedModel {
  readonly chain: ModelChain;
  readonly calls: readonly ScriptedCall[];
}

const usage = {
  inputTokens: { total: 1000, noCache: 1000, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 100, text: 100, reasoning: 0 },
};

/** A model that speaks whatever `script` makes of a call; it may take its time. */
export function scriptedModel(script: (call: ScriptedCall) => Line | Promise<Line>): ScriptedModel {
  const calls: ScriptedCall[] = [];
  const language: Language = {
    specificationVersion: "v4",
    provider: "scripted",
    modelId: "scripted",
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error("the writer only streams")),
    async doStream(options) {
      const longhand: unknown = options.providerOptions?.["longhand"];
      const call = { number: calls.length + 1, task: longhand as ModelTask, signal: options.abortSignal };
      calls.push(call);
      const line = await script(call);
      if (line.fails !== undefined) throw line.fails;
      return { stream: ReadableStream.from(partsOf(line, call)) };
    },
  };
  const link: ModelLink = {
    id: "scripted:scripted",
    provider: "scripted",
    model: "scripted",
    language,
    firstChunkMs: 20_000,
    providerOptions: {},
  };
  return { chain: { links: [link], reason: "a test" }, calls };
}

async function* partsOf(line: Line, call: ScriptedCall): AsyncGenerator<StreamPart> {
  yield { type: "stream-start", warnings: [] };
  const words = (line.text ?? "").match(/\S+\s*/g) ?? [];
  if (words.length > 0) yield { type: "text-start", id: "words" };
  for (const delta of words) yield { type: "text-delta", id: "words", delta };
  if (line.holds !== undefined) await Promise.race([line.holds, aborted(call.signal)]);
  if (words.length > 0) yield { type: "text-end", id: "words" };
  for (const [index, { name, input }] of (line.calls ?? []).entries()) {
    const id = `${call.number}-${index}`;
    const json = JSON.stringify(input);
    yield { type: "tool-input-start", id, toolName: name };
    yield { type: "tool-input-delta", id, delta: json };
    yield { type: "tool-input-end", id };
    yield { type: "tool-call", toolCallId: id, toolName: name, input: json };
  }
  const unified = line.calls === undefined ? "stop" : "tool-calls";
  yield { type: "finish", finishReason: { unified, raw: unified }, usage };
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted === true) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}

/** What a provider's client throws when its key is refused, recognised by its marker as across package copies. */
export function refusedKey(): Error {
  return Object.assign(new Error("no key"), {
    [Symbol.for("vercel.ai.error")]: true,
    [Symbol.for("vercel.ai.error.AI_LoadAPIKeyError")]: true,
  });
}

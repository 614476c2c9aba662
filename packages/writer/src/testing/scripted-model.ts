import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import type { ModelChain, ModelLink } from "../models/model-chain.ts";

/** One answer of a script: words, calls, or a failure. */
export interface Line {
  readonly text?: string;
  readonly calls?: readonly { readonly name: string; readonly input: object | string; readonly id?: string }[];
  readonly finish?: "stop" | "tool-calls" | "content-filter" | "length";
  /** Thrown instead of opening the stream. */
  readonly fails?: Error;
  /** Ends the stream without a finish part. */
  readonly cut?: boolean;
  /** Never opens; ends only by its abort signal. */
  readonly hangs?: boolean;
}

/** A model that answers from a script and remembers what it was asked. */
export interface ScriptedModel extends LanguageModelV4 {
  readonly asked: LanguageModelV4CallOptions[];
}

/** What every scripted answer reports. */
export const scriptedUsage: LanguageModelV4Usage = {
  inputTokens: { total: 1000, noCache: 400, cacheRead: 600, cacheWrite: 0 },
  outputTokens: { total: 100, text: 100, reasoning: 0 },
};

/** A model that speaks the lines in order, or whatever `lines` makes of the number of the call and its options. */
export function scriptedModel(
  lines: readonly Line[] | ((call: number, options: LanguageModelV4CallOptions) => Line),
  name = "scripted",
): ScriptedModel {
  const asked: LanguageModelV4CallOptions[] = [];
  return {
    specificationVersion: "v4",
    provider: "scripted",
    modelId: name,
    supportedUrls: {},
    asked,
    doGenerate: () => Promise.reject(new Error("the writer only streams")),
    async doStream(options) {
      asked.push(options);
      const line = typeof lines === "function" ? lines(asked.length, options) : lines[asked.length - 1];
      if (line === undefined) throw new Error(`the script has no line ${asked.length}`);
      if (line.fails !== undefined) throw line.fails;
      if (line.hangs === true)
        await new Promise((_, reject) =>
          options.abortSignal?.addEventListener("abort", () => reject(options.abortSignal?.reason)),
        );
      return { stream: streamOf(partsOf(line, asked.length)) };
    },
  };
}

/** A link that never waits for anything real. */
export function scriptedLink(language: LanguageModelV4, id = `scripted:${language.modelId}`): ModelLink {
  return { id, provider: "scripted", model: language.modelId, language, firstChunkMs: 20_000, providerOptions: {} };
}

/** A chain of scripted models, first one first. */
export function scriptedChain(...models: readonly LanguageModelV4[]): ModelChain {
  return { links: models.map((model) => scriptedLink(model)), reason: "a test" };
}

function partsOf(line: Line, call: number): LanguageModelV4StreamPart[] {
  const words = (line.text ?? "").match(/\S+\s*/g) ?? [];
  const calls = line.calls ?? [];
  const text: LanguageModelV4StreamPart[] =
    words.length === 0
      ? []
      : [
          { type: "text-start", id: "t" },
          ...words.map((delta): LanguageModelV4StreamPart => ({ type: "text-delta", id: "t", delta })),
          { type: "text-end", id: "t" },
        ];
  const tools = calls.flatMap(
    ({ name, input, id = `${call}-${calls.findIndex((one) => one.input === input)}` }): LanguageModelV4StreamPart[] => {
      const json = typeof input === "string" ? input : JSON.stringify(input);
      const pieces = json.match(/[^]{1,20}/g) ?? [];
      return [
        { type: "tool-input-start", id, toolName: name },
        ...pieces.map((delta): LanguageModelV4StreamPart => ({ type: "tool-input-delta", id, delta })),
        { type: "tool-input-end", id },
        { type: "tool-call", toolCallId: id, toolName: name, input: json },
      ];
    },
  );
  const unified = line.finish ?? (calls.length > 0 ? "tool-calls" : "stop");
  const end: LanguageModelV4StreamPart[] =
    line.cut === true ? [] : [{ type: "finish", finishReason: { unified, raw: unified }, usage: scriptedUsage }];
  return [{ type: "stream-start", warnings: [] }, ...text, ...tools, ...end];
}

function streamOf(parts: readonly LanguageModelV4StreamPart[]): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}

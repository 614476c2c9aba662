import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { createOfflineModel } from "../offline/index.ts";
import type { ModelLink } from "./model-chain.ts";
import type { ModelConfig, ProviderName } from "./model-config.ts";

/** Longest wait for a first chunk; a server of the operator's own may have to load its model into memory (writer.md §4.7). */
const firstChunkMs = 20_000;
const ownServerFirstChunkMs = 120_000;

/** A person waits for an email of a hundred words: more thought than this costs seconds and changes little. */
const thinking = { reasoning: "low" } as const;

/** One link of the chain. */
export function createLink(name: ProviderName, model: string, config: ModelConfig): ModelLink {
  const fetch = config.fetch === undefined ? {} : { fetch: config.fetch };
  const about = { id: `${name}:${model}`, provider: name, model, firstChunkMs, providerOptions: {} };
  switch (name) {
    case "anthropic":
      return {
        ...about,
        ...thinking,
        language: createAnthropic({ apiKey: config.anthropicApiKey ?? "", ...fetch }).languageModel(model),
        // Pings are signs of life of a model that thinks in silence.
        providerOptions: { anthropic: { includePings: true } },
      };
    case "openai":
      // Nothing is kept at the provider: what a later step needs goes along with it.
      return {
        ...about,
        ...thinking,
        language: createOpenAI({ apiKey: config.openaiApiKey ?? "", ...fetch }).responses(model),
        providerOptions: { openai: { store: false } },
      };
    case "compatible":
      return {
        ...about,
        firstChunkMs: ownServerFirstChunkMs,
        language: createOpenAICompatible({
          name: "compatible",
          baseURL: config.baseUrl ?? "",
          includeUsage: true,
          ...(config.baseUrlApiKey === undefined ? {} : { apiKey: config.baseUrlApiKey }),
          ...fetch,
        }).chatModel(model),
      };
    default:
      return { ...about, language: createOfflineModel({ paceMs: config.offlinePaceMs }) };
  }
}

import { expect, test } from "vitest";
import type { ModelConfig } from "./model-config.ts";
import { createModels } from "./registry.ts";

function idsOf(config: Partial<ModelConfig>): string[] {
  return createModels({ offlinePaceMs: 0, ...config }).links.map(({ id }) => id);
}

test("with nothing set the offline model writes, and the chain says why", () => {
  const chain = createModels({ offlinePaceMs: 0 });
  expect(chain.links.map(({ id }) => id)).toEqual(["offline:longhand"]);
  expect(chain.reason).toBe("No model key is set, so the offline model writes.");
});

test("a server of one's own comes first, then Anthropic, then OpenAI, and the offline model is the last resort", () => {
  expect(
    idsOf({
      anthropicApiKey: "a",
      openaiApiKey: "o",
      baseUrl: "http://127.0.0.1:11434/v1",
      model: "compatible:llama3.3:70b",
    }),
  ).toEqual(["compatible:llama3.3:70b", "anthropic:claude-sonnet-5-5", "openai:gpt-5.4-mini", "offline:longhand"]);
});

test("a bare model name is for the first provider, colons and all", () => {
  expect(idsOf({ openaiApiKey: "o", model: "gpt-5" })[0]).toBe("openai:gpt-5");
  expect(idsOf({ baseUrl: "http://127.0.0.1:1/v1", model: "llama3.3:70b" })[0]).toBe("compatible:llama3.3:70b");
});

test("an explicit chain is the order, and may leave the offline model out", () => {
  expect(idsOf({ anthropicApiKey: "a", openaiApiKey: "o", chain: "openai, offline" })).toEqual([
    "openai:gpt-5.4-mini",
    "offline:longhand",
  ]);
  expect(idsOf({ anthropicApiKey: "a", chain: "anthropic" })).toEqual(["anthropic:claude-sonnet-5-5"]);
});

test("a server of one's own may take two minutes to its first chunk, others twenty seconds", () => {
  const { links } = createModels({ offlinePaceMs: 0, anthropicApiKey: "a", baseUrl: "http://127.0.0.1:1/v1" });
  expect(links.map(({ firstChunkMs }) => firstChunkMs)).toEqual([120_000, 20_000, 20_000]);
});

test("every bad value is named in one message", () => {
  const config = { offlinePaceMs: Number.NaN, baseUrl: "localhost:1", chain: "openai,clippy", model: "gemini:x" };
  expect(() => createModels(config)).toThrow(
    /LONGHAND_MODEL_CHAIN must list.*LONGHAND_MODEL_CHAIN names openai, but OPENAI_API_KEY is not set.*LONGHAND_MODEL_BASE_URL must be.*LONGHAND_OFFLINE_PACE_MS/s,
  );
});

test("a model for a provider that is not set up is refused", () => {
  expect(() => createModels({ offlinePaceMs: 0, anthropicApiKey: "a", model: "openai:gpt-5" })).toThrow(
    "LONGHAND_MODEL must be provider:model with a provider that is set up (anthropic)",
  );
  expect(() => createModels({ offlinePaceMs: 0, model: "gpt-5" })).toThrow("none is");
});

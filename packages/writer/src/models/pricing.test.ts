import { expect, test } from "vitest";
import { scriptedLink, scriptedModel, scriptedUsage } from "../testing/scripted-model.ts";
import { toModelUsage } from "../usage.ts";
import { findPrice } from "./pricing.ts";

test("a dated model has the price of its name, any other suffix has none", () => {
  expect(findPrice("anthropic", "claude-haiku-4-5-20251001")).toEqual(findPrice("anthropic", "claude-haiku-4-5"));
  expect(findPrice("openai", "gpt-5-2026-04-01")).toEqual(findPrice("openai", "gpt-5"));
  expect(findPrice("openai", "gpt-5-nano")).toBeNull();
  expect(findPrice("compatible", "llama3.3")).toBeNull();
});

test("the offline model costs nothing, whatever it is called", () => {
  expect(findPrice("offline", "longhand")).toMatchObject({ input: 0, output: 0 });
});

test("cached tokens are part of the input and have their own price", () => {
  const link = { ...scriptedLink(scriptedModel([])), provider: "anthropic", model: "claude-sonnet-4-6" };
  expect(toModelUsage(link, scriptedUsage, { input: 0, output: 0 })).toMatchObject({
    input: 1000,
    cached_read: 600,
    usd_micros: 400 * 3 + 600 * 0.3 + 100 * 15,
    estimated: false,
  });
});

test("an unknown price is null, never nothing", () => {
  expect(toModelUsage(scriptedLink(scriptedModel([])), scriptedUsage, { input: 0, output: 0 })).toMatchObject({
    usd_micros: null,
    price_version: null,
  });
});

test("tokens a provider did not report are estimated at four characters each, and marked", () => {
  expect(toModelUsage(scriptedLink(scriptedModel([])), undefined, { input: 401, output: 10 })).toMatchObject({
    input: 101,
    output: 3,
    estimated: true,
  });
});

test("a model priced by the length of its prompt costs more above it", () => {
  expect(findPrice("anthropic", "claude-haiku-5-5", 100_000)?.input).toBe(0.1);
  expect(findPrice("anthropic", "claude-haiku-5-5", 100_001)?.input).toBe(0.5);
});

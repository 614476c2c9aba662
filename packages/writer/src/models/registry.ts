import { createLink } from "./create-link.ts";
import type { ModelChain } from "./model-chain.ts";
import { providers, type ModelConfig, type ProviderName } from "./model-config.ts";

/** Used unless LONGHAND_MODEL names another: the mid-sized model of each provider; servers that hold one model take any name. */
const defaultModels: Readonly<Record<ProviderName, string>> = {
  compatible: "default",
  anthropic: "claude-sonnet-5-5",
  openai: "gpt-5.4-mini",
  offline: "longhand",
};

/**
 * The models that may answer, from the environment: a server of one's own first, then Anthropic, then OpenAI,
 * last the offline model, unless `chain` says otherwise.
 * @throws {Error} one message that lists every bad value with the accepted form.
 */
export function createModels(config: ModelConfig): ModelChain {
  const problems: string[] = [];
  const configured = providers.filter((name) => isConfigured(name, config));
  const order = readChain(config.chain, configured, problems) ?? configured;
  const models = readModel(config.model, order, problems);
  if (config.baseUrl !== undefined && !isHttpUrl(config.baseUrl))
    problems.push("LONGHAND_MODEL_BASE_URL must be an http or https URL such as http://127.0.0.1:11434/v1");
  if (!Number.isFinite(config.offlinePaceMs) || config.offlinePaceMs < 0)
    problems.push("LONGHAND_OFFLINE_PACE_MS must be a number of milliseconds, 0 or more");
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const links = order.map((name) => createLink(name, models[name], config));
  return { links, reason: reasonOf(order, config) };
}

function isConfigured(name: ProviderName, { anthropicApiKey, openaiApiKey, baseUrl }: ModelConfig): boolean {
  return {
    compatible: baseUrl !== undefined,
    anthropic: anthropicApiKey !== undefined,
    openai: openaiApiKey !== undefined,
    offline: true,
  }[name];
}

function readChain(
  chain: string | undefined,
  configured: readonly ProviderName[],
  problems: string[],
): ProviderName[] | undefined {
  if (chain === undefined) return undefined;
  const names = chain.split(",").map((name) => name.trim());
  const known = names.flatMap((name) => providers.find((one) => one === name) ?? []);
  if (known.length !== names.length || new Set(names).size !== names.length)
    problems.push(
      `LONGHAND_MODEL_CHAIN must list some of ${providers.join(", ")} once each, separated by commas; it is ${JSON.stringify(chain)}`,
    );
  for (const name of known)
    if (!configured.includes(name))
      problems.push(`LONGHAND_MODEL_CHAIN names ${name}, but ${settingOf[name]} is not set`);
  return known;
}

const settingOf: Readonly<Record<ProviderName, string>> = {
  compatible: "LONGHAND_MODEL_BASE_URL",
  anthropic: "ANTHROPIC_API_KEY",
  openai: "OPENAI_API_KEY",
  offline: "nothing",
};

function readModel(
  model: string | undefined,
  order: readonly ProviderName[],
  problems: string[],
): Readonly<Record<ProviderName, string>> {
  if (model === undefined) return defaultModels;
  const at = model.indexOf(":");
  const named = providers.find((one) => one === model.slice(0, Math.max(at, 0)));
  // A model's own name may hold a colon (llama3.3:70b), so only a known provider before it counts as one.
  const provider = named ?? order.find((name) => name !== "offline");
  const name = named === undefined ? model.trim() : model.slice(at + 1).trim();
  if (name === "" || provider === undefined || provider === "offline" || !order.includes(provider)) {
    problems.push(
      `LONGHAND_MODEL must be provider:model with a provider that is set up (${order.filter((one) => one !== "offline").join(", ") || "none is"}); it is ${JSON.stringify(model)}`,
    );
    return defaultModels;
  }
  return { ...defaultModels, [provider]: name };
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function reasonOf(order: readonly ProviderName[], { chain }: ModelConfig): string {
  if (chain !== undefined) return `LONGHAND_MODEL_CHAIN asks for ${order.join(", then ")}.`;
  const set = order.filter((name) => name !== "offline").map((name) => settingOf[name]);
  return set.length === 0
    ? "No model key is set, so the offline model writes."
    : `${set.join(" and ")} ${set.length === 1 ? "is" : "are"} set; the offline model is the last resort.`;
}

/** Providers in the order they are tried unless a chain says otherwise. */
export const providers = ["compatible", "anthropic", "openai", "offline"] as const;
export type ProviderName = (typeof providers)[number];

/** What the environment says about models. */
export interface ModelConfig {
  readonly anthropicApiKey?: string | undefined;
  readonly openaiApiKey?: string | undefined;
  /** Any server that speaks OpenAI's chat completions, for instance `http://127.0.0.1:11434/v1`. */
  readonly baseUrl?: string | undefined;
  readonly baseUrlApiKey?: string | undefined;
  /** `provider:model`, or a bare model name for the first configured provider. */
  readonly model?: string | undefined;
  /** Order of providers, separated by commas, for instance `openai,offline`. */
  readonly chain?: string | undefined;
  /** Delay between the offline model's words; 0 in tests. */
  readonly offlinePaceMs: number;
  /** In place of the global one, for tests. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

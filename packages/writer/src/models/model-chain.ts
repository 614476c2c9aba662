import type { LanguageModelV4, SharedV4ProviderOptions } from "@ai-sdk/provider";

/** One model that may answer. */
export interface ModelLink {
  /** `provider:model`, as stored with every answer. */
  readonly id: string;
  /** Key of the price table: anthropic, openai, compatible or offline. */
  readonly provider: string;
  readonly model: string;
  readonly language: LanguageModelV4;
  /** Longest wait for the first chunk. A server on the operator's own machine may have to load its model first. */
  readonly firstChunkMs: number;
  /** How much to think before answering; absent for models that may not know the setting. */
  readonly reasoning?: "low";
  /** Sent with every call to this link. */
  readonly providerOptions: SharedV4ProviderOptions;
}

/** The models that may answer, in the order they are tried. */
export interface ModelChain {
  readonly links: readonly ModelLink[];
  /** One sentence on why the chain is what it is, for the log and the settings page. */
  readonly reason: string;
}

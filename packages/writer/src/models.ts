export { createModels } from "./models/registry.ts";
export type { ModelConfig } from "./models/model-config.ts";
export type { ModelChain, ModelLink } from "./models/model-chain.ts";
export { findPrice, priceVersion, type Price } from "./models/pricing.ts";

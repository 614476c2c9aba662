export { createModels, type ModelConfig } from "./models/registry.ts";
export type { ModelChain, ModelLink } from "./models/model-chain.ts";
export { findPrice, priceVersion, type Price } from "./models/pricing.ts";

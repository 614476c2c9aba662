/** US dollars for a million tokens, which is also micro-dollars for one. */
export interface Price {
  readonly input: number;
  readonly cachedRead: number;
  readonly cachedWrite: number;
  readonly output: number;
  /** The price of a whole call whose input is longer than this many tokens, where it differs. */
  readonly above?: { readonly tokens: number; readonly price: Price };
}

/** Names the table below in every stored usage row, so that a later table changes no old figure. */
export const priceVersion = "2026-11";

const free: Price = { input: 0, cachedRead: 0, cachedWrite: 0, output: 0 };

/**
 * List prices for direct API use without batch or priority tiers, each found in two places or on the provider's own page
 * in November 2026. A model of which that could not be said has no price here.
 */
const prices: Readonly<Record<string, Readonly<Record<string, Price>>>> = {
  offline: { "": free },
  anthropic: {
    "claude-fable-5-1": { input: 10, cachedRead: 0.25, cachedWrite: 12.5, output: 50 },
    "claude-fable-5": { input: 10, cachedRead: 1, cachedWrite: 12.5, output: 50 },
    "claude-opus-5": { input: 5, cachedRead: 0.5, cachedWrite: 6.25, output: 25 },
    "claude-opus-5-5": { input: 4, cachedRead: 0.2, cachedWrite: 5, output: 20 },
    "claude-opus-4-8": { input: 5, cachedRead: 0.5, cachedWrite: 6.25, output: 25 },
    "claude-opus-4-7": { input: 5, cachedRead: 0.5, cachedWrite: 6.25, output: 25 },
    "claude-opus-4-6": { input: 5, cachedRead: 0.5, cachedWrite: 6.25, output: 25 },
    "claude-opus-4-5": { input: 5, cachedRead: 0.5, cachedWrite: 6.25, output: 25 },
    "claude-opus-4-1": { input: 15, cachedRead: 1.5, cachedWrite: 18.75, output: 75 },
    "claude-sonnet-5-5": { input: 2, cachedRead: 0.1, cachedWrite: 2.5, output: 10 },
    "claude-sonnet-5": { input: 2, cachedRead: 0.2, cachedWrite: 2.5, output: 10 },
    "claude-sonnet-4-6": { input: 3, cachedRead: 0.3, cachedWrite: 3.75, output: 15 },
    "claude-sonnet-4-5": { input: 3, cachedRead: 0.3, cachedWrite: 3.75, output: 15 },
    "claude-haiku-5-5": {
      input: 0.1,
      cachedRead: 0.01,
      cachedWrite: 0.125,
      output: 0.5,
      above: { tokens: 100_000, price: { input: 0.5, cachedRead: 0.05, cachedWrite: 0.625, output: 2.5 } },
    },
    "claude-haiku-4-5": { input: 1, cachedRead: 0.1, cachedWrite: 1.25, output: 5 },
  },
  openai: {
    "gpt-5": { input: 1.25, cachedRead: 0.125, cachedWrite: 1.25, output: 10 },
    "gpt-5-mini": { input: 0.25, cachedRead: 0.025, cachedWrite: 0.25, output: 2 },
    "gpt-5.4": { input: 2.5, cachedRead: 0.25, cachedWrite: 2.5, output: 15 },
    "gpt-5.4-nano": { input: 0.2, cachedRead: 0.02, cachedWrite: 0.2, output: 1.25 },
    "gpt-5.5": { input: 5, cachedRead: 0.5, cachedWrite: 5, output: 30 },
    "gpt-5.4-mini": { input: 0.75, cachedRead: 0.075, cachedWrite: 0.75, output: 4.5 },
  },
};

/**
 * The price of a model, or null when it is not known. A dated version
 * (`claude-haiku-4-5-20251001`) has the price of the name before the date; any other suffix is another model.
 */
export function findPrice(provider: string, model: string, inputTokens = 0): Price | null {
  const table = prices[provider];
  if (table === undefined) return null;
  const price = table[model] ?? table[model.replace(/-(?:\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, "")] ?? table[""] ?? null;
  return price?.above !== undefined && inputTokens > price.above.tokens ? price.above.price : price;
}

import type { LanguageModelV4Usage } from "@ai-sdk/provider";
import type { ModelLink } from "./models/model-chain.ts";
import { findPrice, priceVersion } from "./models/pricing.ts";
import type { ModelUsage } from "./ports.ts";

/** Rule of thumb for text whose tokens nobody counted; English runs at 4 to 4.5. */
export const charactersPerToken = 4;

/** How much text went in and came out, for when a provider reports nothing. */
export interface Characters {
  readonly input: number;
  readonly output: number;
}

/**
 * Price one model call. `input` is all input tokens, the cached ones included;
 * what the provider left out is estimated from the characters, and marked.
 */
export function toModelUsage(
  link: ModelLink,
  reported: LanguageModelV4Usage | undefined,
  characters: Characters,
): ModelUsage {
  const read = reported?.inputTokens.cacheRead ?? 0;
  const written = reported?.inputTokens.cacheWrite ?? 0;
  const input = reported?.inputTokens.total ?? Math.ceil(characters.input / charactersPerToken);
  const output = reported?.outputTokens.total ?? Math.ceil(characters.output / charactersPerToken);
  const price = findPrice(link.provider, link.model, input);
  const fresh = Math.max(0, input - read - written);
  return {
    provider: link.provider,
    model: link.model,
    input,
    cached_read: read,
    cached_write: written,
    output,
    reasoning: reported?.outputTokens.reasoning ?? 0,
    price_version: price === null ? null : priceVersion,
    usd_micros:
      price === null
        ? null
        : Math.round(
            fresh * price.input + read * price.cachedRead + written * price.cachedWrite + output * price.output,
          ),
    estimated: reported?.inputTokens.total === undefined || reported.outputTokens.total === undefined,
  };
}

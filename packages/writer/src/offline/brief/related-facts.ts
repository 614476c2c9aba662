import { singularise } from "../words/number-of.ts";
import type { Item } from "./known.ts";

const common = new Set(
  "software tool apps platform service services system solution product company companies business team teams help helps make makes sell sells offer offers provide with that this from they their them have your ours more less than into over every each when what which about while without quick short people customers clients users work works days week weeks month months year years hours time need needs want wants email call also only just most many some build builds using used like best good great better free cost costs price time".split(
    " ",
  ),
);

/**
 * Company facts that may fill what the chat left open. When the chat names a
 * product, they count only if they share a telling word with what it says:
 * another product's results must not stand in this email.
 */
export function relatedFacts<T extends { readonly slot: string; readonly item: Item }>(
  facts: readonly T[],
  said: readonly { readonly slot: string; readonly item: Item }[],
): readonly T[] {
  const own = said.filter(({ item }) => item.source === "message" || item.source === "inferred");
  if (!own.some(({ slot }) => slot === "product")) return facts;
  const told = stems(
    own
      .filter(({ slot }) => slot !== "ask" && slot !== "audience")
      .map(({ item }) => `${item.value} ${item.quote}`)
      .join(" "),
  );
  const products = stems(
    facts
      .filter(({ slot }) => slot === "product")
      .map(({ item }) => `${item.value} ${item.quote}`)
      .join(" "),
  );
  const same = [...products].some((stem) => told.has(stem));
  return same ? facts : facts.filter(({ item }) => [...stems(item.value)].some((stem) => told.has(stem)));
}

function stems(text: string): ReadonlySet<string> {
  return new Set(
    (text.toLowerCase().match(/[a-z]{4,}/g) ?? [])
      .filter((word) => !common.has(word))
      .map((word) => singularise(word).slice(0, 7)),
  );
}

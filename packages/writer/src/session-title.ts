import type { TurnState } from "./state.ts";

/** Characters of a title that fit a list row. */
const longest = 60;

/** A short name for a session from its goal: product and audience when known, else the first request. */
export function sessionTitle({ session: { brief, dialogue }, request }: TurnState): string {
  const { product, audience } = brief;
  if (product !== undefined && audience !== undefined) return shorten(`${headOf(product.value)} for ${audience.value}`);
  const first = dialogue.find(({ role }) => role === "user")?.content ?? request.message;
  return shorten(product?.value ?? first);
}

/** The thing itself, without "We sell" before it and what it does after it. */
function headOf(product: string): string {
  const bare = product.replace(
    /^(?:we|i)(?:['’]re| are)?\s+(?:sell(?:ing)?|offer(?:ing)?|make|build(?:ing)?|provide|have|run)\s+/i,
    "",
  );
  return bare.split(/[,;:(]|\s(?:that|which|for|to|so)\s/)[0]?.trim() || bare;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const name = line.charAt(0).toUpperCase() + line.slice(1);
  if (name.length <= longest) return name.replace(/[.,;:]+$/, "");
  const cut = name.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 20)).replace(/[\s.,;:]+$/, "")}…`;
}

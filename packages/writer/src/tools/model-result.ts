import type { Json } from "../state.ts";

/** A tool's stored result as a model reads it: without the candidate that is kept for the end of the turn. */
export function toModelResult(result: Json): Json {
  if (result === null || typeof result !== "object" || Array.isArray(result)) return result;
  const { candidate: _, ...shown } = result;
  return shown;
}

import type { Json } from "./state.ts";

/** A value as JSON holds it: read-only markers and absent keys are gone, nothing else changes. */
export function toJson(value: object | string | number | boolean | null): Json {
  return JSON.parse(JSON.stringify(value));
}

/** The same for an object that has to stay one. */
export function toJsonObject(value: object): { [key: string]: Json } {
  return JSON.parse(JSON.stringify(value));
}

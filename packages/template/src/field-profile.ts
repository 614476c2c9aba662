import type { Lead } from "./lead.ts";

/** What can be said about a field without showing a value of it: safe for a prompt. */
export interface FieldProfile {
  readonly name: string;
  readonly leads: number;
  readonly filled: number;
  /** Share of leads with a value, 0–1. */
  readonly fill_rate: number;
  readonly type: "text" | "number" | "url" | "email" | "date" | "mixed" | "empty";
  /** Shortest and longest value in characters; null when empty. */
  readonly length: { readonly min: number; readonly max: number } | null;
  readonly distinct: number;
  /** Classified kinds with their share of the filled values, most frequent first; only for `position`. */
  readonly kinds: readonly { readonly kind: string; readonly share: number }[];
}

/** Profile every built-in and custom field of a set of leads. */
export function fieldProfile(leads: readonly Lead[]): FieldProfile[] {
  throw new Error(String(leads.length));
}

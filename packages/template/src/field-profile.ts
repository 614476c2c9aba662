import { positionKind } from "./classify-position.ts";
import type { Lead } from "./lead.ts";
import { customPrefix, leadNames } from "./names.ts";
import { leadValues } from "./values.ts";

export type FieldType = "text" | "number" | "url" | "email" | "date" | "mixed" | "empty";

/** What can be said about a field without showing a value of it: safe for a prompt. */
export interface FieldProfile {
  readonly name: string;
  readonly leads: number;
  readonly filled: number;
  /** Share of leads with a value, 0–1. */
  readonly fill_rate: number;
  readonly type: FieldType;
  /** Shortest and longest value in characters; null when empty. */
  readonly length: { readonly min: number; readonly max: number } | null;
  readonly distinct: number;
  /** Classified kinds with their share of the filled values, most frequent first, at most eight; only for `position`. */
  readonly kinds: readonly { readonly kind: string; readonly share: number }[];
}

/** A type holds for a field when this share of its values has it; below, the field is mixed. */
const dominant = 0.9;
const listedKinds = 8;

const shapes: readonly (readonly [FieldType, RegExp])[] = [
  ["email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ["url", /^(?:https?:\/\/|www\.)\S+$/i],
  ["date", /^(?:\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/],
  ["number", /^[-+]?[$€£]?\d[\d.,' ]*%?$/],
];

/** Profile every built-in field and every custom key of a set of leads; one pass over leads × fields. */
export function fieldProfile(leads: readonly Lead[], missing?: readonly string[]): FieldProfile[] {
  const names = new Set<string>(leadNames);
  for (const lead of leads) for (const key in lead.custom_fields ?? {}) names.add(customPrefix + key);
  const read = leads.map((lead) => leadValues(lead, null, { missing }));
  return Array.from(names, (name) =>
    profile(
      name,
      read.flatMap((values) => values.get(name) ?? []),
      leads.length,
    ),
  );
}

function profile(name: string, values: readonly string[], leads: number): FieldProfile {
  let min = Infinity;
  let max = 0;
  for (const { length } of values) {
    min = Math.min(min, length);
    max = Math.max(max, length);
  }
  const filled = values.length;
  return {
    name,
    leads,
    filled,
    fill_rate: leads === 0 ? 0 : filled / leads,
    type: typeOf(values),
    length: filled === 0 ? null : { min, max },
    distinct: new Set(values).size,
    kinds:
      name === "position"
        ? shares(
            values.map((value) => positionKind(value) ?? "other"),
            filled,
          )
        : [],
  };
}

function typeOf(values: readonly string[]): FieldType {
  const [most] = shares(
    values.map((value) => shapes.find(([, shape]) => shape.test(value))?.[0] ?? "text"),
    values.length,
  );
  if (most === undefined) return "empty";
  return most.share >= dominant ? most.kind : "mixed";
}

function shares<K extends string>(kinds: readonly K[], total: number): { kind: K; share: number }[] {
  const counts = new Map<K, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const sorted = [...counts].toSorted(([a, most], [b, less]) => less - most || (a < b ? -1 : 1));
  return sorted.slice(0, listedKinds).map(([kind, count]) => ({ kind, share: count / total }));
}

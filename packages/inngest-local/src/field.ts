/** A member of a JSON value, undefined when the value is no object or has no such member. */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

/** A member that is text, undefined otherwise. */
export function textField(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === "string" ? found : undefined;
}

/** A member that is a list; an empty one otherwise. */
export function listField(value: unknown, key: string): unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}

/** JSON text of any value; what JSON cannot say is null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}

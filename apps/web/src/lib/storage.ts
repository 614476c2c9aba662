import type { z } from "zod";

const prefix = "longhand.";

/** Read a stored value, or undefined when it is absent, unreadable or of another shape. */
export function readStored<T>(key: string, schema: z.ZodType<T>): T | undefined {
  try {
    const text = localStorage.getItem(prefix + key);
    if (text === null) return undefined;
    const found = schema.safeParse(JSON.parse(text));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}

/** Store a value as JSON. Answers false when the browser has no room or no storage. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function removeStored(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Without storage there is nothing to remove.
  }
}

/** Keys under a prefix, without the application's own. */
export function storedKeys(under: string): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(prefix + under) ? [key.slice(prefix.length)] : [],
    );
  } catch {
    return [];
  }
}

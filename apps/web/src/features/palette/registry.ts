/** Where a key works: everywhere, in the chat editor, or while the composer has the focus. */
export type KeyScope = "everywhere" | "editor" | "composer";

/** One thing a person can do by key; palette, key handlers, help and tests read this list. */
export interface KeyEntry {
  readonly id: string;
  readonly label: string;
  readonly scope: KeyScope;
  /** `mod+` is the command key of the system. */
  readonly keys: readonly string[];
}

export const keyEntries = [
  { id: "palette", label: "Find or do anything", scope: "everywhere", keys: ["mod+k"] },
  { id: "help", label: "Show this help", scope: "everywhere", keys: ["?"] },
  { id: "save", label: "Save the draft now", scope: "editor", keys: ["mod+s"] },
  { id: "older", label: "Show the version before", scope: "editor", keys: ["["] },
  { id: "newer", label: "Show the version after", scope: "editor", keys: ["]"] },
  { id: "send", label: "Send the message", scope: "composer", keys: ["enter", "mod+enter"] },
  { id: "break", label: "Start a new line", scope: "composer", keys: ["shift+enter"] },
  { id: "stop", label: "Stop the answer", scope: "composer", keys: ["escape"] },
] as const satisfies readonly KeyEntry[];

export type KeyId = (typeof keyEntries)[number]["id"];

/** "mod+k", "?", "escape": how an event is written in the registry. */
export function keyOf(
  event: { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean },
  mod: boolean,
): string {
  const key = event.key.toLowerCase();
  const parts = [mod ? "mod" : "", event.altKey ? "alt" : "", event.shiftKey && key.length > 1 ? "shift" : "", key];
  return parts.filter((part) => part !== "").join("+");
}

export function entryFor(key: string, scope: KeyScope): KeyId | undefined {
  return keyEntries.find((entry) => entry.scope === scope && entry.keys.some((other) => other === key))?.id;
}

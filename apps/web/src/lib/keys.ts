const apple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How the command key is called here. */
export const modKey = apple ? "⌘" : "Ctrl";

/** "⌘K" or "Ctrl K". */
export function keyLabel(key: string): string {
  return apple ? `⌘${key}` : `Ctrl ${key}`;
}

/** True with the command key of this system held down. */
export function hasMod(event: { readonly metaKey: boolean; readonly ctrlKey: boolean }): boolean {
  return apple ? event.metaKey : event.ctrlKey;
}

/** True while somebody types: single keys are dead then. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=textbox], [role=dialog], [role=menu]") !== null
  );
}

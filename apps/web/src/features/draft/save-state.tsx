import { isDirty, type Autosave } from "./autosave.ts";

/** Where the person's words are, in a few of them. Unsaved is never shown as saved. */
export function saveWords(state: Autosave): string {
  if (state.conflict !== null) return "Not saved: two versions";
  if (state.saving !== null) return "Saving…";
  if (state.failed !== null && isDirty(state)) return "Not saved, kept in this browser";
  return isDirty(state) ? "Not saved yet" : state.base.revision === 0 ? "Nothing to save" : "Saved";
}

export function SaveState({ state }: { readonly state: Autosave }) {
  const words = saveWords(state);
  const bad = state.conflict !== null || (state.failed !== null && isDirty(state));
  return (
    <span className={bad ? "text-warning" : ""} title={state.failed ?? undefined}>
      {words}
    </span>
  );
}

import type { DraftText } from "./draft-text.ts";
import { mergeDrafts } from "./merge.ts";

/** A text known to be on the server, with the session revision it was read at. */
export interface StoredText extends DraftText {
  readonly revision: number;
}

/** Own words against the server's: what is in the editor, what is stored, what is on its way. */
export interface Autosave {
  readonly base: StoredText;
  readonly own: DraftText;
  /** The text of the one save in flight. */
  readonly saving: DraftText | null;
  /** The newest stored text heard of while a save was in flight. */
  readonly later: StoredText | null;
  /** Stored words that clash with own ones; saving rests until a person decides. */
  readonly conflict: StoredText | null;
  /** Why the last save did not arrive. */
  readonly failed: string | null;
  /** How often words of both sides were put together, for the sentence that says so. */
  readonly merges: number;
}

export type AutosaveEvent =
  | { readonly type: "typed"; readonly text: DraftText }
  /** A save is due: the pause after the last key, a blur, a send, a hidden page. */
  | { readonly type: "due" }
  | { readonly type: "saved"; readonly revision: number }
  | { readonly type: "refused"; readonly theirs: StoredText }
  | { readonly type: "failed"; readonly reason: string }
  /** Somebody else's version: the AI's, another tab's, a program's. */
  | { readonly type: "arrived"; readonly theirs: StoredText }
  | { readonly type: "keptMine" }
  | { readonly type: "tookTheirs" };

export function sameText(a: DraftText, b: DraftText): boolean {
  return a.subject === b.subject && a.body === b.body;
}

/** Words in the editor that the server does not have. */
export function isDirty(state: Autosave): boolean {
  return !sameText(state.own, state.base);
}

export function startAutosave(base: StoredText): Autosave {
  return { base, own: base, saving: null, later: null, conflict: null, failed: null, merges: 0 };
}

/**
 * The machine of the autosave. Pure: the caller sends `saving` when it appears and reports how that went.
 *
 * Own words are never dropped: they change only by typing, by putting both sides together where they do not
 * overlap, or by the person's own choice of the other side. A revision that was refused is not sent again.
 */
export function advance(state: Autosave, event: AutosaveEvent): Autosave {
  switch (event.type) {
    case "typed":
      return { ...state, own: event.text };
    case "due":
      if (state.saving !== null || state.conflict !== null || !isDirty(state)) return state;
      return { ...state, saving: state.own, failed: null };
    case "saved": {
      if (state.saving === null) return state;
      const base = { ...state.saving, revision: event.revision };
      return settle({ ...state, base, saving: null, failed: null }, state.later);
    }
    case "refused":
      return settle({ ...state, saving: null }, newer(event.theirs, state.later));
    case "failed":
      return settle({ ...state, saving: null, failed: event.reason }, state.later);
    case "arrived":
      if (state.saving !== null) return { ...state, later: newer(event.theirs, state.later) };
      return settle(state, event.theirs);
    case "keptMine":
      return state.conflict === null ? state : { ...state, base: state.conflict, conflict: null };
    case "tookTheirs":
      return state.conflict === null ? state : { ...state, base: state.conflict, own: state.conflict, conflict: null };
  }
}

function newer(a: StoredText, b: StoredText | null): StoredText {
  return b !== null && b.revision > a.revision ? b : a;
}

/** Take in the other side's text, if it is newer than what is known. */
function settle(state: Autosave, theirs: StoredText | null): Autosave {
  const at: Autosave = { ...state, later: null };
  const known = at.conflict?.revision ?? at.base.revision;
  if (theirs === null || theirs.revision <= known) return at;
  if (sameText(theirs, at.own)) return { ...at, base: theirs, conflict: null };
  if (at.conflict === null && sameText(at.own, at.base)) return { ...at, base: theirs, own: theirs };
  const merged = mergeDrafts(at.base, at.own, theirs);
  if (merged === undefined) return { ...at, conflict: theirs };
  const changedBoth = !sameText(theirs, at.base);
  return { ...at, base: theirs, own: merged, conflict: null, merges: at.merges + (changedBoth ? 1 : 0) };
}

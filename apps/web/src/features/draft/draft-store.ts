import { z } from "zod";
import { createStore, type Store } from "../../lib/store.ts";
import { readStored, removeStored, writeStored } from "../../lib/storage.ts";
import { advance, isDirty, startAutosave, type Autosave, type AutosaveEvent, type StoredText } from "./autosave.ts";
import type { DraftText } from "./draft-text.ts";

/** How a save went. */
export type SaveAnswer =
  | { readonly type: "saved"; readonly revision: number }
  | { readonly type: "refused"; readonly theirs: StoredText }
  | { readonly type: "failed"; readonly reason: string };

interface Parts {
  readonly base: StoredText;
  /** Send a text on top of a revision. Never rejects. */
  readonly save: (text: DraftText, revision: number) => Promise<SaveAnswer>;
  readonly copyKey: string;
}

/** The person's draft: what the editor shows, saved by itself. */
export interface DraftStore extends Pick<Store<Autosave>, "get" | "subscribe"> {
  /** The person has changed a text. */
  type(text: DraftText): void;
  /** The server's text, whenever it is heard of. */
  arrive(theirs: StoredText): void;
  /** Save what is unsaved and wait for the answer. Resolves also when it failed or rests. */
  flush(): Promise<void>;
  keepMine(): void;
  takeTheirs(): void;
  /** Watch the page for being left, so that nothing typed stays only here. */
  open(): void;
  close(): void;
}

/** The pause after the last key before a save, and the wait before a failed one is tried again. */
const pauseMs = 800;
const retryMs = 4_000;
/** The pause before unsaved words are copied into the browser's storage. */
const copyMs = 150;

const Copy = z.object({
  base: z.object({ subject: z.string(), body: z.string(), revision: z.number() }),
  own: z.object({ subject: z.string(), body: z.string() }),
});

/** The autosave machine with its timer, its one save in flight, and the copy of unsaved words in the browser. */
export function createDraftStore({ base, save, copyKey }: Parts): DraftStore {
  const store = createStore<Autosave>(restore(base, copyKey));
  let due: ReturnType<typeof setTimeout> | undefined;
  let copying: ReturnType<typeof setTimeout> | undefined;
  let inFlight: Promise<void> | undefined;

  function send(event: AutosaveEvent): void {
    const former = store.get();
    const next = advance(former, event);
    if (next === former) return;
    store.set(next);
    keepCopy();
    if (next.saving !== null && next.saving !== former.saving) inFlight = transmit(next.saving, next.base.revision);
    else if (isDirty(next) && next.saving === null && next.conflict === null && event.type !== "typed")
      plan(next.failed === null ? pauseMs : retryMs);
  }
  async function transmit(text: DraftText, revision: number): Promise<void> {
    send(await save(text, revision));
  }
  function plan(ms: number): void {
    clearTimeout(due);
    due = setTimeout(() => send({ type: "due" }), ms);
  }
  function keepCopy(): void {
    clearTimeout(copying);
    copying = setTimeout(writeCopy, copyMs);
  }
  function writeCopy(): void {
    clearTimeout(copying);
    const { base: stored, own } = store.get();
    if (isDirty(store.get())) writeStored(copyKey, { base: stored, own });
    else removeStored(copyKey);
  }
  async function flush(): Promise<void> {
    clearTimeout(due);
    await inFlight;
    send({ type: "due" });
    await inFlight;
  }
  function leave(): void {
    writeCopy();
    if (document.hidden) void flush();
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    flush,
    type(text) {
      send({ type: "typed", text });
      plan(pauseMs);
    },
    arrive: (theirs) => send({ type: "arrived", theirs }),
    keepMine: () => send({ type: "keptMine" }),
    takeTheirs: () => send({ type: "tookTheirs" }),
    open() {
      addEventListener("pagehide", leave);
      document.addEventListener("visibilitychange", leave);
      if (isDirty(store.get())) plan(pauseMs);
    },
    close() {
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      void flush();
      writeCopy();
    },
  };
}

/** Words that were not saved before the page closed come back, and meet what the server has now. */
function restore(base: StoredText, copyKey: string): Autosave {
  const copy = readStored(copyKey, Copy);
  if (copy === undefined) return startAutosave(base);
  const left = advance(startAutosave(copy.base), { type: "typed", text: copy.own });
  return advance(left, { type: "arrived", theirs: base });
}

import type { SessionEvent } from "@longhand/api/contract";
import { appCodeOf } from "../../lib/error-text.ts";
import { createStore, type Store } from "../../lib/store.ts";
import type { Snapshot } from "../../lib/wire.ts";
import { adopt, reduce } from "./events.ts";
import { begin, type Live } from "./live.ts";
import type { SessionDoor } from "./session-door.ts";

export interface SessionState {
  /** null while the node has no session: looking at an empty node costs no row. */
  readonly live: Live | null;
  readonly stopping: boolean;
  /** When the stream was lost, in ms since 1970; null while it flows. */
  readonly lostAt: number | null;
  /** The session was deleted elsewhere. */
  readonly gone: boolean;
}

/** One live session outside React. */
export interface SessionStore extends Pick<Store<SessionState>, "get" | "subscribe"> {
  /** The session's id, making the session first where there is none. */
  ensure(): Promise<string>;
  /** Read the facts anew; joins a reading under way. */
  refresh(): Promise<void>;
  retry(runId: string): Promise<void>;
  /** Ask the run to stop. Rejects when the request does not arrive. */
  stop(): Promise<void>;
  /** Follow the log from what is known. */
  open(): void;
  close(): void;
}

/** How long after a failed read of the facts the next one is tried. */
const readAgainMs = 2_000;

/** A session over its door, begun from a snapshot or from nothing. */
export function createSessionStore(door: SessionDoor, first: Snapshot | null): SessionStore {
  const store = createStore<SessionState>({
    live: first === null ? null : begin(first),
    stopping: false,
    lostAt: null,
    gone: false,
  });
  const waiting: SessionEvent[] = [];
  let stopTail: (() => void) | undefined;
  let making: Promise<string> | undefined;
  let reading: Promise<void> | undefined;
  let isOpen = false;

  function change(part: Partial<SessionState>): void {
    store.set({ ...store.get(), ...part });
  }
  function setLive(live: Live): void {
    const former = store.get();
    if (live === former.live) return;
    change({ live, stopping: former.stopping && live.run !== null });
    if (live.wanted > live.settled) void refresh();
  }
  async function read(use: (live: Live, snapshot: Snapshot) => Live): Promise<void> {
    const { live } = store.get();
    if (live === null) return;
    try {
      const snapshot = await door.snapshot(live.session.id);
      const now = store.get().live;
      if (now !== null) setLive(use(now, snapshot));
    } catch (error) {
      if (appCodeOf(error) === "not_found") change({ gone: true });
      else if (isOpen) setTimeout(() => void refresh(), readAgainMs);
    }
  }
  async function refresh(): Promise<void> {
    if (reading !== undefined) return reading;
    const asked = store.get().live?.wanted ?? 0;
    reading = read(adopt).finally(() => {
      reading = undefined;
      const { live } = store.get();
      if (live !== null && live.wanted > Math.max(asked, live.settled)) void refresh();
    });
    return reading;
  }
  function takeWaiting(): void {
    const { live } = store.get();
    const batch = waiting.splice(0);
    if (live !== null) setLive(batch.reduce(reduce, live));
  }
  function open(): void {
    isOpen = true;
    const { live } = store.get();
    if (live === null) return;
    stopTail?.();
    stopTail = door.tail(live.session.id, live.cursor, {
      onItem(item) {
        if (item.type === "deleted") change({ gone: true });
        else if (item.type === "resync") void read((_live, snapshot) => begin(snapshot, { replay: false })).then(open);
        else if (waiting.push(item.event) === 1) door.onFrame(takeWaiting);
      },
      onFlow(flowing) {
        if (flowing !== (store.get().lostAt === null)) change({ lostAt: flowing ? null : Date.now() });
      },
      onEnd(error) {
        if (appCodeOf(error) === "not_found") change({ gone: true });
        else change({ lostAt: store.get().lostAt ?? Date.now() });
      },
    });
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh,
    open,
    close() {
      isOpen = false;
      stopTail?.();
      stopTail = undefined;
    },
    async ensure() {
      const { live } = store.get();
      if (live !== null) return live.session.id;
      making ??= door
        .create()
        .then((snapshot) => {
          setLive(begin(snapshot));
          if (isOpen) open();
          return snapshot.session.id;
        })
        .finally(() => {
          making = undefined;
        });
      return making;
    },
    async retry(runId) {
      await door.retryTurn(runId);
      await refresh();
    },
    async stop() {
      const run = store.get().live?.run;
      if (run === null || run === undefined) return;
      change({ stopping: true });
      try {
        await door.cancelRun(run.id);
        await refresh();
      } catch (error) {
        change({ stopping: false });
        throw error;
      }
    },
  };
}

import { v7 as uuid } from "uuid";
import { appCodeOf, errorText } from "../../lib/error-text.ts";
import { createStore, type Store } from "../../lib/store.ts";
import type { Outbox } from "./outbox.ts";
import type { Selection, SessionDoor } from "./session-door.ts";
import type { SessionStore } from "./session-store.ts";
import type { Sending, SendsState } from "./unsent.ts";

/** A person's messages until the session has them. */
export interface Sends extends Pick<Store<SendsState>, "get" | "subscribe"> {
  /** Send now, or queue while a run works. */
  send(text: string, selection: Selection | null): void;
  /** Try a failed message again, or put a waiting one first in the queue. */
  sendAgain(id: string): void;
  discard(id: string): void;
  /** Watch the session for arrived messages and for the end of its run. */
  open(): void;
  close(): void;
}

interface Parts {
  readonly session: SessionStore;
  readonly door: Pick<SessionDoor, "startTurn">;
  readonly outbox: Outbox;
  /** Work to finish before a message leaves: the draft's save. It must not reject. */
  readonly beforeSend: () => Promise<void>;
}

/** Messages appear at once, leave one at a time, and are kept in the browser until the server has answered. */
export function createSends({ session, door, outbox, beforeSend }: Parts): Sends {
  const kept = outbox.read();
  const store = createStore<SendsState>({
    sending: kept.sending.map((item) => ({ ...item, failed: "It was not sent before the page closed." })),
    queue: kept.queue.map((item) => ({ ...item, offered: true })),
  });
  function change(part: Partial<SendsState>): void {
    store.set({ ...store.get(), ...part });
    outbox.write(store.get());
  }
  function isBusy(): boolean {
    return (session.get().live?.run ?? null) !== null || store.get().sending.some((item) => item.failed === null);
  }
  async function dispatch(item: Omit<Sending, "failed">): Promise<void> {
    change({ sending: [...store.get().sending.filter((other) => other.id !== item.id), { ...item, failed: null }] });
    try {
      await beforeSend();
      const sessionId = await session.ensure();
      await door.startTurn({ sessionId, message: item.text, messageId: item.id, selection: item.selection });
      // The log brings the message; a log that is cut off must not leave it waiting.
      if (store.get().sending.some((other) => other.id === item.id)) await session.refresh();
    } catch (error) {
      const { sending, queue } = store.get();
      if (appCodeOf(error) === "session_busy") {
        change({
          sending: sending.filter((other) => other.id !== item.id),
          queue: [...queue, { id: item.id, text: item.text, offered: false }],
        });
        await session.refresh();
      } else
        change({
          sending: sending.map((other) => (other.id === item.id ? { ...other, failed: errorText(error) } : other)),
        });
    }
  }
  async function sendNext(): Promise<void> {
    const next = store.get().queue.find((item) => !item.offered);
    if (next === undefined || isBusy()) return;
    await outbox.alone(async () => {
      const { queue } = store.get();
      if (isBusy() || !queue.some((item) => item.id === next.id)) return;
      change({ queue: queue.filter((item) => item.id !== next.id) });
      await dispatch({ id: next.id, text: next.text, selection: null });
    });
  }
  function settle(): void {
    const { live } = session.get();
    const arrived = new Set(live?.session.messages?.map((message) => message.id));
    const { sending, queue } = store.get();
    if (sending.some((item) => arrived.has(item.id)) || queue.some((item) => arrived.has(item.id))) {
      change({
        sending: sending.filter((item) => !arrived.has(item.id)),
        queue: queue.filter((item) => !arrived.has(item.id)),
      });
    }
    void sendNext();
  }
  let unsubscribe: (() => void) | undefined;
  return {
    get: store.get,
    subscribe: store.subscribe,
    open() {
      unsubscribe = session.subscribe(settle);
      settle();
    },
    close: () => unsubscribe?.(),
    send(text, selection) {
      const id = uuid();
      if (isBusy()) change({ queue: [...store.get().queue, { id, text, offered: false }] });
      else void dispatch({ id, text, selection });
    },
    sendAgain(id) {
      const { sending, queue } = store.get();
      const failed = sending.find((item) => item.id === id);
      const queued = queue.find((item) => item.id === id);
      if (failed !== undefined) void dispatch(failed);
      else if (queued !== undefined) {
        change({ queue: [{ ...queued, offered: false }, ...queue.filter((item) => item.id !== id)] });
        void sendNext();
      }
    },
    discard(id) {
      const { sending, queue } = store.get();
      change({ sending: sending.filter((item) => item.id !== id), queue: queue.filter((item) => item.id !== id) });
    },
  };
}

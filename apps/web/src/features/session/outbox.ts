import { z } from "zod";
import { readStored, removeStored, writeStored } from "../../lib/storage.ts";
import type { SendsState } from "./unsent.ts";

const Kept = z.object({
  sending: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      selection: z
        .object({ field: z.enum(["subject", "body"]), from: z.number(), to: z.number(), revision: z.number() })
        .nullable(),
    }),
  ),
  queue: z.array(z.object({ id: z.string(), text: z.string() })),
});

/** Where unsent messages are kept, and the right to send queued ones. */
export interface Outbox {
  read(): z.infer<typeof Kept>;
  write(state: SendsState): void;
  /** Do this in one tab only; another tab that is at it makes this a no-op. */
  alone(work: () => Promise<void>): Promise<void>;
}

/** The outbox of one account's session on one node, in local storage. */
export function createOutbox(userId: string, nodeId: string): Outbox {
  const key = `own.${userId}.${nodeId}.outbox`;
  return {
    read: () => readStored(key, Kept) ?? { sending: [], queue: [] },
    write({ sending, queue }) {
      if (sending.length === 0 && queue.length === 0) removeStored(key);
      else writeStored(key, { sending, queue });
    },
    async alone(work) {
      if (!("locks" in navigator)) return work();
      await navigator.locks.request(`longhand.queue.${nodeId}`, { ifAvailable: true }, (lock) =>
        lock === null ? undefined : work(),
      );
    },
  };
}

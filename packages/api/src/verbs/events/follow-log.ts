import { setTimeout as sleep } from "node:timers/promises";
import { isConnectionLost } from "../../base/connection-lost.ts";
import type { Hub } from "../../base/hub.ts";
import type { StreamItem } from "./contract.ts";
import type { LogPage } from "./read-log.ts";
import { readShared } from "./shared-tail.ts";

/** Pause before the log is read again when the database does not answer. */
const retryReadMs = 500;

/**
 * Follow a session's log from `after` until the signal or the session's deletion.
 *
 * Every event after the cursor comes once and in order. A cursor that the log
 * does not hold gives one `resync`, after which the stream goes on from the head
 * of that moment: a snapshot read after it leaves no gap. A lost database
 * connection is waited out.
 */
export async function* followLog(
  hub: Hub,
  input: { readonly sessionId: string; readonly after: number },
  signal: AbortSignal,
): AsyncGenerator<readonly StreamItem[]> {
  // Listen first, read second: an event committed between the two would otherwise wake nobody.
  using waiter = hub.arm(input.sessionId);
  let cursor = input.after;
  while (!signal.aborted) {
    const page = await readPatiently(() => readShared(hub, waiter.channel, cursor), signal);
    if (page === undefined) return;
    if (page.state === "deleted") {
      yield [{ type: "deleted" }];
      return;
    }
    if (page.state === "outside") {
      yield [{ type: "resync" }];
      cursor = page.head;
      continue;
    }
    const grown = page.to > cursor;
    cursor = page.to;
    if (page.events.length > 0) yield page.events.map((event) => ({ type: "event", event }));
    if (!grown) await waiter.next(signal);
  }
}

async function readPatiently(read: () => Promise<LogPage>, signal: AbortSignal): Promise<LogPage | undefined> {
  while (!signal.aborted) {
    try {
      return await read();
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      await sleep(retryReadMs, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
}

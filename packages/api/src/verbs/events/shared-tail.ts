import type { Channel, Hub } from "../../base/hub.ts";
import type { SessionEvent } from "./contract.ts";
import { readLog, type LogPage } from "./read-log.ts";

/** The newest part of one session's log, read once for all its readers in this process. */
interface Tail {
  /** Numbers above `from` and up to `to` are known; compacted ones among them are simply absent. */
  from: number;
  to: number;
  events: SessionEvent[];
  reading: { readonly version: number; readonly done: Promise<LogPage> } | undefined;
}

/** Events kept for readers that lag; older ones are read from the database again. */
const keptEvents = 1_000;

/** One tail per channel, gone with the channel. */
const tails = new WeakMap<Channel, Tail>();

/**
 * Read what follows `cursor`, from memory where another reader has just read it.
 * A thousand readers of one session cost one query per wake-up.
 */
export async function readShared(hub: Hub, channel: Channel, cursor: number): Promise<LogPage> {
  const tail = tails.get(channel);
  if (tail === undefined || cursor < tail.from) {
    const page = await readLog(hub.sql, channel.sessionId, cursor);
    if (tail === undefined && page.state === "rows")
      tails.set(channel, { from: cursor, to: page.to, events: [...page.events], reading: undefined });
    return page;
  }
  while (cursor >= tail.to) {
    const before = tail.to;
    const page = await extend(hub, channel, tail);
    if (page.state !== "rows") return page;
    if (cursor > tail.to && tail.to === before) return { state: "outside", head: tail.to };
    if (cursor >= tail.to && tail.to === before) return { state: "rows", events: [], to: cursor };
    if (cursor < tail.from) return readLog(hub.sql, channel.sessionId, cursor);
  }
  return { state: "rows", events: tail.events.filter((event) => event.seq > cursor), to: tail.to };
}

/** Read on from the tail's end, together with whoever asks after the same wake-up. */
async function extend(hub: Hub, channel: Channel, tail: Tail): Promise<LogPage> {
  if (tail.reading !== undefined) {
    if (tail.reading.version === channel.version) return tail.reading.done;
    // That read began before the newest wake-up and may have missed its events.
    await tail.reading.done.catch(() => {});
    return extend(hub, channel, tail);
  }
  const done = readLog(hub.sql, channel.sessionId, tail.to).then((page) => {
    if (page.state === "rows") {
      tail.events.push(...page.events);
      tail.to = page.to;
      const surplus = tail.events.length - keptEvents;
      if (surplus > 0) tail.from = tail.events.splice(0, surplus).at(-1)?.seq ?? tail.from;
    }
    return page;
  });
  tail.reading = { version: channel.version, done };
  try {
    return await done;
  } finally {
    tail.reading = undefined;
  }
}

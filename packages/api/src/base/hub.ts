import type { Connection } from "@longhand/db";
import { v7 as uuidv7 } from "uuid";
import { openChannel, type OpenChannel, type Waiter } from "./hub/channel.ts";
import { createCoalescer, notifyChannel } from "./hub/coalescer.ts";

export type { Channel } from "./hub/channel.ts";

/** Who waits for which session's log in this process, and how they learn that it has grown. */
export interface Hub {
  /** The log of this session has grown: readers of this process wake at once, those of others within the 15 ms of the coalescer. */
  wake(sessionId: string): void;
  /** Wait for a session. Arm first, read second; dispose when done. */
  arm(sessionId: string): Waiter;
  /** Where readers read. */
  readonly sql: Connection["sql"];
  /** How many waiters there are, for metrics and for tests of what was left behind. */
  readonly waiters: number;
  /** Begin to listen to other processes and to sweep. Without it wake-ups stay inside the process. */
  start(): Promise<void>;
  /** End listening and timers; waiters stay as they are. */
  stop(): Promise<void>;
}

export interface HubOptions {
  readonly sql: Connection["sql"];
}

/** Sessions with an unsettled run are looked at this often, so that a lost notice costs at most this. */
const sweepHotMs = 1_000;
/** The others every this many sweeps. */
const sweepColdEvery = 15;

/**
 * Make the hub of this process. Wake-ups are hints: a lost one is found by the
 * sweep, a doubled one makes a reader look and find nothing.
 */
export function createHub({ sql }: HubOptions): Hub {
  const channels = new Map<string, OpenChannel>();
  const known = new Map<string, { nextSeq: number; hot: boolean }>();
  const sender = uuidv7();
  const coalescer = createCoalescer(sql, sender);
  let sweeper: NodeJS.Timeout | undefined;
  let unlisten: (() => Promise<unknown>) | undefined;
  let beats = 0;

  return {
    sql,
    get waiters() {
      return [...channels.values()].reduce((total, channel) => total + channel.waiters, 0);
    },
    wake(sessionId) {
      coalescer.add(sessionId);
      wakeHere(sessionId);
    },
    arm(sessionId) {
      let channel = channels.get(sessionId);
      if (channel === undefined) {
        channel = openChannel(sessionId, () => {
          channels.delete(sessionId);
          known.delete(sessionId);
        });
        channels.set(sessionId, channel);
      }
      return channel.arm();
    },
    async start() {
      const listening = await sql.listen(
        notifyChannel,
        (payload) => {
          const [sessionId = "", from] = payload.split(" ");
          if (from !== sender) wakeHere(sessionId);
        },
        // Called again after a lost connection: whatever was said meanwhile is unknown.
        () => channels.forEach((channel) => channel.wake()),
      );
      unlisten = () => listening.unlisten();
      planSweep();
    },
    async stop() {
      clearTimeout(sweeper);
      sweeper = undefined;
      coalescer.stop();
      const ending = unlisten;
      unlisten = undefined;
      await ending?.().catch(() => {});
    },
  };

  function wakeHere(sessionId: string): void {
    const look = known.get(sessionId);
    if (look !== undefined) look.hot = true;
    channels.get(sessionId)?.wake();
  }

  function planSweep(): void {
    sweeper = setTimeout(() => {
      void sweep()
        .catch(() => {})
        .then(() => {
          if (sweeper !== undefined) planSweep();
        });
    }, sweepHotMs);
    sweeper.unref();
  }

  async function sweep(): Promise<void> {
    beats += 1;
    const due = [...channels.keys()].filter((id) => beats % sweepColdEvery === 0 || known.get(id)?.hot !== false);
    if (due.length === 0) return;
    const rows = await sql<{ id: string; next_seq: string | null; hot: boolean }[]>`
      select s.id, h.next_seq, exists (select 1 from runs r where r.session_id = s.id and r.status in ('queued','running')) as hot
        from ai_chat_sessions s left join session_event_heads h on h.session_id = s.id
       where s.id = any(${due}::uuid[])`;
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const id of due) {
      const row = found.get(id);
      const nextSeq = row === undefined ? -1 : Number(row.next_seq ?? 1);
      const before = known.get(id)?.nextSeq;
      if (channels.has(id)) known.set(id, { nextSeq, hot: row?.hot ?? false });
      if (before !== nextSeq) channels.get(id)?.wake();
    }
  }
}

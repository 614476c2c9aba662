import type { Connection } from "@longhand/db";

/** Postgres channel that carries session ids between processes. */
export const notifyChannel = "longhand_sessions";

/**
 * Pause before ids leave together. A notify takes a database-wide lock at
 * commit, so one statement for all sessions of 15 ms costs a fraction of one each.
 */
const gatherMs = 15;

/** Collects woken session ids and tells other processes about them. */
export interface Coalescer {
  add(sessionId: string): void;
  /** Send nothing more. */
  stop(): void;
}

/** `sender` marks our own notices, which we need not hear again. A notice that cannot be sent is dropped: the sweep covers it. */
export function createCoalescer(sql: Connection["sql"], sender: string): Coalescer {
  const gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  return {
    add(sessionId) {
      gathered.add(sessionId);
      timer ??= setTimeout(send, gatherMs);
    },
    stop() {
      clearTimeout(timer);
      gathered.clear();
    },
  };

  function send(): void {
    timer = undefined;
    const payloads = [...gathered].map((sessionId) => `${sessionId} ${sender}`);
    gathered.clear();
    sql`select pg_notify(${notifyChannel}, payload) from unnest(${payloads}::text[]) as payload`.catch(() => {});
  }
}

import type { Connection } from "@longhand/db";
import type { SessionEvent } from "./contract.ts";

/** Events read in one look. */
const pageSize = 500;

/** What one look at a session's log found. */
export type LogPage =
  /** `to` is the number up to which the reader now knows the log. */
  | { readonly state: "rows"; readonly events: readonly SessionEvent[]; readonly to: number }
  /** The cursor is outside what the log holds; `head` is the last number given out. */
  | { readonly state: "outside"; readonly head: number }
  | { readonly state: "deleted" };

interface Row {
  next_seq: string | null;
  floor_seq: string | null;
  seq: string | null;
  run_id: string | null;
  step: string | null;
  attempt: number | null;
  kind: string;
  payload: unknown;
  created_at: Date;
}

/**
 * Read the events after `cursor`, in order, in one statement: rows and head are
 * of one moment, so nothing below the head can appear later.
 */
export async function readLog(sql: Connection["sql"], sessionId: string, cursor: number): Promise<LogPage> {
  const rows = await sql<Row[]>`
    select h.next_seq, h.floor_seq, e.seq, e.run_id, e.step, e.attempt, e.kind, e.payload, e.created_at
      from ai_chat_sessions s
      left join session_event_heads h on h.session_id = s.id
      left join lateral (
        select * from session_events where session_id = s.id and seq > ${cursor} order by seq limit ${pageSize}
      ) e on true
     where s.id = ${sessionId}
     order by e.seq`;
  const [first] = rows;
  if (first === undefined) return { state: "deleted" };
  const head = Number(first.next_seq ?? 1) - 1;
  const floor = Number(first.floor_seq ?? 1);
  if (cursor < floor - 1 || cursor > head) return { state: "outside", head };
  const events = rows.flatMap((row) => (row.seq === null ? [] : [toEvent(row, Number(row.seq))]));
  const last = events.at(-1);
  return { state: "rows", events, to: events.length === pageSize && last !== undefined ? last.seq : head };
}

function toEvent(row: Row, seq: number): SessionEvent {
  const event = {
    seq,
    createdAt: row.created_at.toISOString(),
    runId: row.run_id,
    step: row.step,
    attempt: row.attempt,
    kind: row.kind,
    payload: row.payload,
  };
  return event as SessionEvent;
}

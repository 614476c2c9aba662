import { sql } from "drizzle-orm";
import { sessionEvents } from "@longhand/db";
import { toStored } from "../../base/json.ts";
import type { TxContext } from "../../base/transaction.ts";
import type { SessionEventBody } from "./contract.ts";

/** An event to be numbered and logged, with the run's step it belongs to where there is one. */
export type NewSessionEvent = SessionEventBody & {
  readonly runId?: string | null;
  readonly step?: string | null;
  readonly attempt?: number | null;
};

/**
 * Append to a session's log and wake its readers after the commit.
 *
 * The row lock on the head makes commit order equal `seq` order, so a reader at
 * `seq > cursor` cannot miss a late committer. Not fenced: for people's edits and
 * for settlements that hold their own fence.
 *
 * @returns the last sequence number given out.
 */
export async function appendSessionEvents(
  tx: TxContext,
  sessionId: string,
  events: readonly NewSessionEvent[],
): Promise<number> {
  const rows = await tx.db.execute<{ first: string }>(sql`
    insert into session_event_heads (session_id, next_seq) values (${sessionId}, ${events.length + 1})
    on conflict (session_id) do update set next_seq = session_event_heads.next_seq + ${events.length}
    returning next_seq - ${events.length} as first`);
  const first = Number(rows[0]?.first);
  if (events.length > 0) {
    await tx.db.insert(sessionEvents).values(
      events.map((event, index) => ({
        sessionId,
        seq: first + index,
        runId: event.runId ?? null,
        step: event.step ?? null,
        attempt: event.attempt ?? null,
        kind: event.kind,
        payload: toStored(event.payload),
      })),
    );
  }
  tx.afterCommit(() => tx.wake.session(sessionId));
  return first + events.length - 1;
}

import { sql } from "drizzle-orm";
import type { Db } from "@longhand/db";
import { keepEventsHours } from "../runs/run-timing.ts";

/** Sessions trimmed in one transaction. */
const sessionsPerBatch = 100;

/**
 * Drop events that nobody resumes from any more: all before the first one that
 * is younger than a day or belongs to a run that is unsettled or ended within a
 * day. The floor rises in the same transaction, so a reader below it is told.
 *
 * @returns how many events went.
 */
export async function trimEvents(db: Db): Promise<number> {
  let dropped = 0;
  for (let batch = sessionsPerBatch; batch === sessionsPerBatch;) {
    const rows = await db.transaction((tx) =>
      tx.execute<{ dropped: string }>(sql`
        with old as (
          select h.session_id, h.floor_seq, h.next_seq from session_event_heads h
           where exists (
             select 1 from session_events e where e.session_id = h.session_id and e.seq = (
               select min(f.seq) from session_events f where f.session_id = h.session_id)
               and ${droppable(sql`e`)})
           limit ${sessionsPerBatch} for update skip locked
        ), kept as (
          select old.session_id, coalesce(
            (select min(e.seq) from session_events e where e.session_id = old.session_id and not ${droppable(sql`e`)}), old.next_seq) as floor_seq
            from old
        ), gone as (
          delete from session_events e using kept where e.session_id = kept.session_id and e.seq < kept.floor_seq returning 1
        ), raised as (
          update session_event_heads h set floor_seq = kept.floor_seq from kept where h.session_id = kept.session_id returning 1
        )
        select (select count(*) from gone) as dropped from raised`),
    );
    batch = rows.length;
    dropped += Number(rows[0]?.dropped ?? 0);
  }
  return dropped;
}

function droppable(event: ReturnType<typeof sql>) {
  const kept = sql`make_interval(hours => ${keepEventsHours})`;
  return sql`(${event}.created_at < now() - ${kept} and not exists (
    select 1 from runs r where r.id = ${event}.run_id and (r.settled_at is null or r.settled_at > now() - ${kept})))`;
}

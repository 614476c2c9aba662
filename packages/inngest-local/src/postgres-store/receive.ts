import type { ISql } from "postgres";
import type { Arrival } from "../store.ts";

/**
 * Accept events in one statement: each with its runs and their first items,
 * unless its id was seen in the last 24 h. When somebody waits for such an
 * event, or it may cancel something, an item sees to that.
 */
export async function receive(sql: ISql, arrivals: readonly Arrival[]): Promise<void> {
  const seen = new Set<string>();
  const events = arrivals.filter(({ dedupeId }) => !seen.has(dedupeId) && seen.add(dedupeId));
  const runs = events.flatMap((event) => event.runs.map((run) => ({ ...run, dedupeId: event.dedupeId })));
  const cancels = events.flatMap(({ dedupeId, cancels: ids }) => ids.map((functionId) => ({ dedupeId, functionId })));
  await sql`
    with arrival as (
      select * from unnest(
        ${events.map((event) => event.dedupeId)}::text[], ${events.map((event) => event.id)}::text[], ${events.map((event) => event.name)}::text[],
        ${events.map((event) => event.event)}::text[]
      ) as a(dedupe_id, event_id, name, event)
    ), accepted as (
      insert into engine.events (dedupe_id, event_id, name) select dedupe_id, event_id, name from arrival order by dedupe_id
      on conflict (dedupe_id) do update set event_id = excluded.event_id, name = excluded.name, received_at = now()
        where engine.events.received_at < now() - interval '24 hours'
      returning dedupe_id
    ), wanted as (
      select w.*, a.event from unnest(
        ${runs.map((run) => run.id)}::text[], ${runs.map((run) => run.functionId)}::text[], ${runs.map((run) => run.dedupeId)}::text[],
        ${runs.map((run) => slotText(run.slotKeys))}::text[], ${runs.map((run) => run.delayMs)}::float8[],
        ${runs.map((run) => run.onceKey ?? null)}::text[], ${runs.map((run) => run.startWithinMs ?? null)}::float8[]
      ) as w(id, function_id, dedupe_id, slots, delay_ms, once_key, start_within_ms)
      join accepted using (dedupe_id) join arrival a using (dedupe_id)
    ), first as (
      insert into engine.idempotency (function_id, key, run_id, expires_at)
      select distinct on (function_id, once_key) function_id, once_key, id, now() + interval '24 hours' from wanted where once_key is not null order by function_id, once_key, id
      on conflict (function_id, key) do update set run_id = excluded.run_id, expires_at = excluded.expires_at
        where engine.idempotency.expires_at < now()
      returning run_id
    ), started as (
      insert into engine.runs (id, function_id, event, slot_keys)
      select id, function_id, event::json, coalesce(string_to_array(slots, chr(10)), '{}') from wanted where once_key is null or id in (select run_id from first)
      returning id, slot_keys
    ), queued as (
      insert into engine.queue (run_id, step_id, function_id, purpose, available_at, slot_keys)
      select w.id, 'step', w.function_id, 'run', now() + w.delay_ms * interval '1 millisecond', s.slot_keys from wanted w join started s using (id)
      union all
      select w.id, '$start', w.function_id, 'cancel', now() + (w.delay_ms + w.start_within_ms) * interval '1 millisecond', '{}' from wanted w join started s using (id) where w.start_within_ms is not null
    )
    insert into engine.queue (run_id, step_id, function_id, purpose, payload)
    select a.event_id, a.name || ' ' || c.function_id, c.function_id, 'event', a.event::json
      from unnest(${cancels.map((cancel) => cancel.dedupeId)}::text[], ${cancels.map((cancel) => cancel.functionId)}::text[]) as c(dedupe_id, function_id)
      join accepted using (dedupe_id) join arrival a using (dedupe_id)
    union all
    select a.event_id, a.name || ' ', '', 'event', a.event::json from arrival a join accepted using (dedupe_id)
     where exists (select from engine.pauses p where p.event_name = a.name)`;
}

/** Slot keys are JSON values and names without line ends, so one line each. */
export function slotText(keys: readonly string[]): string | null {
  return keys.length === 0 ? null : keys.join("\n");
}

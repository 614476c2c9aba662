import type { Sql } from "postgres";
import { cancelId, type Delivery, type Listener } from "../store.ts";

interface ListenerRow {
  readonly run_id: string;
  readonly step_id: string | null;
  readonly function_id: string;
  readonly expression: string | null;
  readonly event: string;
  readonly age_ms: number;
}

/** Every step that waits for an event of this name. */
export async function waiting(sql: Sql, eventName: string): Promise<Listener[]> {
  const rows = await sql<ListenerRow[]>`
    select p.run_id, p.step_id, p.function_id, p.expression, r.event::text as event, (extract(epoch from now() - r.created_at) * 1000)::float8 as age_ms
      from engine.pauses p join engine.runs r on r.id = p.run_id where p.event_name = ${eventName}`;
  return rows.map(toListener);
}

/** Every live run of this function. */
export async function alive(sql: Sql, functionId: string): Promise<Listener[]> {
  const rows = await sql<ListenerRow[]>`
    select id as run_id, null as step_id, function_id, null as expression, event::text as event, (extract(epoch from now() - created_at) * 1000)::float8 as age_ms
      from engine.runs where ended_at is null and function_id = ${functionId}`;
  return rows.map(toListener);
}

function toListener(row: ListenerRow): Listener {
  return {
    runId: row.run_id,
    functionId: row.function_id,
    event: row.event,
    ageMs: row.age_ms,
    ...(row.step_id === null ? {} : { stepId: row.step_id }),
    ...(row.expression === null ? {} : { expression: row.expression }),
  };
}

/** Resume and cancel these listeners with the event of the delivery, and drop its item. A pause is used once: deleting it decides who used it. */
export async function deliver(
  sql: Sql,
  delivery: Delivery,
  resumed: readonly Listener[],
  cancelled: readonly Listener[],
): Promise<void> {
  await sql`
    with item as (
      delete from engine.queue where id = ${delivery.itemId} and lease_token = ${delivery.token} returning payload
    ), woken as (
      delete from engine.pauses p using item, unnest(${resumed.map((one) => one.runId)}::text[], ${resumed.map((one) => one.stepId ?? "")}::text[]) as n(run_id, step_id)
       where p.run_id = n.run_id and p.step_id = n.step_id
      returning p.run_id, p.step_id, p.function_id
    )
    insert into engine.queue (run_id, step_id, function_id, purpose, payload)
    select w.run_id, w.step_id, w.function_id, 'resume', json_build_object('data', item.payload) from woken w, item
    union all
    select n.run_id, ${cancelId}, n.function_id, 'cancel', null from item, unnest(${cancelled.map((one) => one.runId)}::text[], ${cancelled.map((one) => one.functionId)}::text[]) as n(run_id, function_id)
    on conflict (run_id, step_id, purpose) do nothing`;
}

/** Resume the step waiting for a signal; the run's id, or undefined when nobody waits. */
export async function signal(sql: Sql, name: string, payload: string): Promise<string | undefined> {
  const [row] = await sql<{ run_id: string }[]>`
    with woken as (
      delete from engine.pauses where signal = ${name} returning run_id, step_id, function_id
    ), queued as (
      insert into engine.queue (run_id, step_id, function_id, purpose, payload)
      select run_id, step_id, function_id, 'resume', ${payload}::text::json from woken on conflict (run_id, step_id, purpose) do nothing
    ) select run_id from woken`;
  return row?.run_id;
}

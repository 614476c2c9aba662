import type { Fragment, ISql, Sql } from "postgres";
import type { Change, Delivery, Known, StoredStep } from "../store.ts";
import { toKnown, type KnownRow } from "./claim.ts";
import { slotText } from "./receive.ts";

/**
 * Store results of a call that goes on.
 *
 * Nothing else writes steps of such a run, so its row stays untouched; the
 * lock on the item is what a new holder of the lease has to wait for.
 */
export async function append(
  sql: ISql,
  delivery: Delivery,
  known: Known,
  steps: readonly StoredStep[],
): Promise<boolean> {
  const [row] = await sql<{ stored: number }[]>`
    with item as (
      select run_id from engine.queue where id = ${delivery.itemId} and lease_token = ${delivery.token} for update
    ), stored as (
      insert into engine.steps as s (run_id, step_id, position, kind, value)
      select item.run_id, n.step_id, ${known.stack.length}::int + n.ord, n.kind, n.value::json from item, ${stepRows(sql, steps)}
      on conflict (run_id, step_id) do update set kind = excluded.kind where s.value::text = excluded.value::text
      returning 1
    ) select count(*)::int as stored from stored`;
  return row?.stored === steps.length;
}

/**
 * Apply what an answer means, in one statement.
 *
 * The first try relies on what was known at the claim and fails when the run
 * has moved; the second decides again with the run's row locked.
 */
export async function settle(sql: Sql, delivery: Delivery, decide: (known: Known) => Change): Promise<boolean> {
  if (delivery.known === undefined) return false;
  const first = await write(sql, delivery, delivery.known, decide(delivery.known));
  if (first !== "moved") return first === "written";
  return sql.begin(async (tx) => {
    const known = await readLocked(tx, delivery.runId);
    return (
      known !== undefined &&
      known.status === "running" &&
      (await write(tx, delivery, known, decide(known))) === "written"
    );
  });
}

async function readLocked(sql: ISql, runId: string): Promise<Known | undefined> {
  const [run] = await sql<Omit<KnownRow, "stack" | "bytes">[]>`
    select status, version, req_version, pending, joined, started_at is not null as started, parent_run_id, parent_step_id from engine.runs where id = ${runId} for update`;
  const [steps] = await sql<Pick<KnownRow, "stack" | "bytes">[]>`
    select array_agg(step_id order by position) as stack, sum(octet_length(value::text))::int as bytes from engine.steps where run_id = ${runId}`;
  return run === undefined ? undefined : toKnown({ ...run, stack: steps?.stack ?? null, bytes: steps?.bytes ?? null });
}

async function write(
  sql: ISql,
  delivery: Delivery,
  known: Known,
  change: Change,
): Promise<"written" | "moved" | "stale"> {
  const [row] = await sql<{ held: boolean; written: boolean }[]>`
    with item as (
      select id, run_id from engine.queue where id = ${delivery.itemId} and lease_token = ${delivery.token} for update
    ), run as (
      update engine.runs r set version = r.version + 1, pending = ${[...change.pending]}::text[], joined = ${[...change.joined]}::text[], req_version = ${change.reqVersion}::int
             ${change.end === undefined ? sql`` : sql`, status = ${change.end.status}, output = ${change.end.output ?? null}::text::json, error = ${change.end.error ?? null}::text::json, ended_at = now()`}
        from item where r.id = item.run_id and r.version = ${known.version} and r.status = 'running'
      returning r.id, r.function_id, r.slot_keys, r.parent_run_id, r.parent_step_id
    ) ${storing(sql, known, change)} ${queueing(sql, change)} ${pausing(sql, change)} ${inviting(sql, change)} ${ending(sql, change)} ${leaving(sql, delivery, change)}
    select exists (select from item) as held, exists (select from run) as written`;
  if (row?.written === true) return "written";
  return row?.held === true ? "moved" : "stale";
}

function stepRows(sql: ISql, steps: readonly StoredStep[]): Fragment {
  return sql`unnest(${steps.map((step) => step.id)}::text[], ${steps.map((step) => step.kind)}::text[], ${steps.map((step) => step.value)}::text[]) with ordinality as n(step_id, kind, value, ord)`;
}

function storing(sql: ISql, known: Known, change: Change): Fragment {
  if (change.store.length === 0) return sql``;
  const ids = change.store.map((step) => step.id);
  return sql`, stored as (
      insert into engine.steps (run_id, step_id, position, kind, value)
      select run.id, n.step_id, ${known.stack.length}::int + n.ord, n.kind, n.value::json from run, ${stepRows(sql, change.store)}
      on conflict do nothing
    ), unpaused as (
      delete from engine.pauses p using run where p.run_id = run.id and p.step_id = any(${ids}::text[])
    ), superseded as (
      delete from engine.queue q using run, item where q.run_id = run.id and q.step_id = any(${ids}::text[]) and q.id <> item.id
    )`;
}

function queueing(sql: ISql, change: Change): Fragment {
  if (change.enqueue.length === 0) return sql``;
  const items = change.enqueue;
  return sql`, queued as (
      insert into engine.queue (run_id, step_id, function_id, purpose, available_at, attempt, deliveries, payload, slot_keys)
      select run.id, n.step_id, run.function_id, n.purpose, now() + n.delay_ms * interval '1 millisecond', n.attempt, n.deliveries, n.payload::json,
             case when n.purpose in ('run', 'step') then run.slot_keys else '{}' end
        from run, unnest(
          ${items.map((item) => item.stepId)}::text[], ${items.map((item) => item.purpose)}::text[], ${items.map((item) => item.delayMs)}::float8[],
          ${items.map((item) => item.attempt ?? 0)}::int[], ${items.map((item) => item.deliveries ?? 0)}::int[], ${items.map((item) => item.payload ?? null)}::text[]
        ) as n(step_id, purpose, delay_ms, attempt, deliveries, payload)
      on conflict (run_id, step_id, purpose) do nothing
    )`;
}

// A signal has one waiter. A second one takes its place, or fails as a step that its function may catch.
function pausing(sql: ISql, change: Change): Fragment {
  if (change.pauses.length === 0) return sql``;
  const pauses = change.pauses;
  const conflict =
    '{"error":{"name":"SignalConflict","message":"Another step already waits for this signal.","stack":""}}';
  return sql`, wanted as (
      select run.id as run_id, run.function_id, n.* from run, unnest(
        ${pauses.map((pause) => pause.stepId)}::text[], ${pauses.map((pause) => pause.eventName ?? null)}::text[], ${pauses.map((pause) => pause.expression ?? null)}::text[],
        ${pauses.map((pause) => pause.signal ?? null)}::text[], ${pauses.map((pause) => (pause.onConflict === "replace" ? 1 : 0))}::int[]
      ) as n(step_id, event_name, expression, signal, replaces)
    ), replaced as (
      select p.run_id, p.step_id, p.function_id from engine.pauses p join wanted w using (signal) where w.replaces = 1
    ), paused as (
      insert into engine.pauses as p (run_id, step_id, function_id, event_name, expression, signal)
      select run_id, step_id, function_id, event_name, expression, signal from wanted where replaces = 0 on conflict do nothing returning p.step_id
    ), taken_over as (
      insert into engine.pauses as p (run_id, step_id, function_id, event_name, expression, signal)
      select run_id, step_id, function_id, event_name, expression, signal from wanted where replaces = 1
      on conflict (signal) where signal is not null do update set run_id = excluded.run_id, step_id = excluded.step_id, function_id = excluded.function_id
      returning p.step_id
    ), told as (
      insert into engine.queue (run_id, step_id, function_id, purpose, payload)
      select w.run_id, w.step_id, w.function_id, 'resume', ${conflict}::text::json from wanted w where w.signal is not null and w.replaces = 0 and w.step_id not in (select step_id from paused)
      union all
      select run_id, step_id, function_id, 'resume', '{"data":null}'::json from replaced
      on conflict (run_id, step_id, purpose) do nothing
    )`;
}

function inviting(sql: ISql, change: Change): Fragment {
  if (change.children.length === 0) return sql``;
  const children = change.children;
  return sql`, child as (
      select run.id as parent_run_id, n.* from run, unnest(
        ${children.map((child) => child.id)}::text[], ${children.map((child) => child.functionId)}::text[], ${children.map((child) => child.event)}::text[],
        ${children.map((child) => slotText(child.slotKeys))}::text[], ${children.map((child) => child.stepId)}::text[], ${children.map((child) => child.startWithinMs ?? null)}::float8[]
      ) as n(id, function_id, event, slots, step_id, start_within_ms)
    ), invited as (
      insert into engine.runs (id, function_id, event, slot_keys, parent_run_id, parent_step_id)
      select id, function_id, event::json, coalesce(string_to_array(slots, chr(10)), '{}'), parent_run_id, step_id from child
    ), invited_items as (
      insert into engine.queue (run_id, step_id, function_id, purpose, available_at, slot_keys)
      select id, 'step', function_id, 'run', now(), coalesce(string_to_array(slots, chr(10)), '{}') from child
      union all
      select id, '$start', function_id, 'cancel', now() + start_within_ms * interval '1 millisecond', '{}' from child where start_within_ms is not null
    )`;
}

function ending(sql: ISql, change: Change): Fragment {
  if (change.end === undefined) return sql``;
  const { events, result } = change.end;
  const told = events.flatMap(({ name, event, triggers, cancels }) => [
    { name, event, functionId: "", purpose: "event" },
    ...triggers.map((functionId) => ({ name, event, functionId, purpose: "lifecycle" })),
    ...cancels.map((functionId) => ({ name, event, functionId, purpose: "event" })),
  ]);
  const mayWait =
    change.pending.length > 0
      ? sql`, unpaused_all as (delete from engine.pauses p using run where p.run_id = run.id)`
      : sql``;
  return sql`, emptied as (
      delete from engine.queue q using run where q.run_id = run.id
    ) ${mayWait}, answered as (
      insert into engine.queue (run_id, step_id, function_id, purpose, payload)
      select p.id, run.parent_step_id, p.function_id, 'resume', ${result}::text::json from run join engine.runs p on p.id = run.parent_run_id where p.ended_at is null
      on conflict (run_id, step_id, purpose) do nothing
    ), announced as (
      insert into engine.queue (run_id, step_id, function_id, purpose, payload)
      select run.id, n.name || ' ' || n.function_id, n.function_id, n.purpose, n.event::json from run, unnest(
        ${told.map((one) => one.name)}::text[], ${told.map((one) => one.functionId)}::text[], ${told.map((one) => one.purpose)}::text[], ${told.map((one) => one.event)}::text[]
      ) as n(name, function_id, purpose, event)
       where n.function_id <> '' or exists (select from engine.pauses p where p.event_name = n.name)
    )`;
}

function leaving(sql: ISql, delivery: Delivery, change: Change): Fragment {
  if (change.end !== undefined) return sql``;
  if (change.item === "done")
    return sql`, finished as (delete from engine.queue q using run where q.id = ${delivery.itemId})`;
  return sql`, requeued as (
      update engine.queue q set attempt = ${change.item.attempt}::int, deliveries = 0, available_at = now() + ${change.item.delayMs}::float8 * interval '1 millisecond',
             leased_by = null, lease_token = null, leased_until = null, holds_slot = false
        from run where q.id = ${delivery.itemId}
    )`;
}

import type { ISql, Sql } from "postgres";
import { suspectAfter, type ClaimRequest, type Delivery, type Known, type Purpose } from "../store.ts";

/** As long as a call may be silent before somebody else may take its item. */
export const leaseSeconds = 30;
/** Facts are short: as many as one statement takes comfortably. */
const factsAtOnce = 100;

/** Lease due items, oldest first, with the state of their runs; those whose function is at its limit are parked instead. */
export async function claim(sql: Sql, worker: number, request: ClaimRequest): Promise<Delivery[]> {
  const rows = await sql<ClaimedRow[]>`
    with calls as (
      select id from engine.queue
       where leased_by is null and not parked and available_at <= now() and purpose in ('run', 'step') and deliveries < ${suspectAfter} and function_id = any(${[...request.functionIds]}::text[])
       order by available_at, id limit ${request.calls} for update skip locked
    ), suspects as (
      select id from engine.queue
       where leased_by is null and not parked and available_at <= now() and purpose in ('run', 'step') and deliveries >= ${suspectAfter} and function_id = any(${[...request.functionIds]}::text[])
       order by available_at, id limit ${request.suspect ? 1 : 0} for update skip locked
    ), facts as (
      select id from engine.queue
       where leased_by is null and not parked and available_at <= now() and purpose not in ('run', 'step') and (function_id = '' or function_id = any(${[...request.functionIds]}::text[]))
       order by available_at, id limit ${factsAtOnce} for update skip locked
    ), leased as (
      update engine.queue q set leased_by = ${worker}, lease_token = gen_random_uuid(), leased_until = now() + ${leaseSeconds} * interval '1 second', deliveries = q.deliveries + 1
       where q.id in (select id from calls union all select id from suspects union all select id from facts)
      returning q.*
    )
    select l.id::text as item_id, l.lease_token::text as token, l.run_id, l.step_id, l.function_id, l.purpose, l.attempt, l.deliveries, l.payload::text as payload, l.slot_keys,
           r.status, r.version, r.req_version, r.pending, r.joined, r.started_at is not null as started, r.event::text as event, r.parent_run_id, r.parent_step_id,
           s.steps, s.stack, s.bytes
      from leased l left join engine.runs r on r.id = l.run_id
      left join lateral (
        select json_object_agg(step_id, json_build_object('type', kind, kind, value))::text as steps, array_agg(step_id order by position) as stack, sum(octet_length(value::text))::int as bytes
          from engine.steps where run_id = r.id
      ) s on true
     order by l.available_at, l.id`;
  const admitted = await admit(
    sql,
    request,
    rows.filter((row) => row.slot_keys.length > 0),
  );
  return rows.filter((row) => row.slot_keys.length === 0 || admitted.has(row.item_id)).map(toDelivery);
}

/**
 * Give places to leased items whose functions have limits, and park the rest.
 *
 * The slot rows are locked first and the places counted by a second
 * statement, which therefore sees what the previous holder of the lock did.
 */
async function admit(sql: Sql, request: ClaimRequest, rows: readonly ClaimedRow[]): Promise<Set<string>> {
  const admitted = new Set<string>();
  if (rows.length === 0) return admitted;
  const limits = new Map(
    rows.flatMap((row) =>
      row.slot_keys.map((key, index) => [key, request.limits.get(row.function_id)?.[index] ?? 1] as const),
    ),
  );
  const keys = [...limits.keys()].toSorted();
  await sql.begin(async (tx) => {
    await tx`
      insert into engine.slots (key, places) select * from unnest(${keys}::text[], ${keys.map((key) => limits.get(key) ?? 1)}::int[]) as s(key, places) order by 1
      on conflict (key) do update set places = excluded.places`;
    const taken = await tx<{ key: string; count: number }[]>`
      select key, count(*)::int as count from engine.queue q, unnest(q.slot_keys) as key
       where q.holds_slot and q.leased_until > now() and key = any(${keys}::text[]) group by key`;
    const free = new Map(
      keys.map((key) => [key, (limits.get(key) ?? 1) - (taken.find((row) => row.key === key)?.count ?? 0)]),
    );
    for (const row of rows) {
      if (row.slot_keys.some((key) => (free.get(key) ?? 0) <= 0)) continue;
      for (const key of row.slot_keys) free.set(key, (free.get(key) ?? 0) - 1);
      admitted.add(row.item_id);
    }
    const tokens = rows.map((row) => row.token);
    const places = rows.filter((row) => admitted.has(row.item_id)).map((row) => row.token);
    await tx`
      update engine.queue set holds_slot = lease_token = any(${places}::uuid[]), parked = not lease_token = any(${places}::uuid[]),
             leased_by = case when lease_token = any(${places}::uuid[]) then leased_by end, leased_until = case when lease_token = any(${places}::uuid[]) then leased_until end,
             lease_token = case when lease_token = any(${places}::uuid[]) then lease_token end, deliveries = deliveries - case when lease_token = any(${places}::uuid[]) then 0 else 1 end
       where lease_token = any(${tokens}::uuid[])`;
  });
  return admitted;
}

/** Put the oldest waiter of each key back into the queue for which there is a place under every one of its keys. */
export async function unpark(sql: ISql, keys: readonly string[] | undefined): Promise<boolean> {
  const woken = await sql`
    update engine.queue set parked = false where id in (
      select distinct on (w.slot_keys) w.id from engine.queue w
       where w.parked and ${keys === undefined ? sql`true` : sql`w.slot_keys && ${[...keys]}::text[]`}
         and not exists (
           select from unnest(w.slot_keys) as key join engine.slots s using (key)
            where s.places <= (select count(*) from engine.queue h where h.holds_slot and h.leased_until > now() and h.slot_keys @> array[key])
         )
       order by w.slot_keys, w.available_at, w.id)
    returning id`;
  return woken.length > 0;
}

interface ClaimedRow {
  readonly item_id: string;
  readonly token: string;
  readonly run_id: string;
  readonly step_id: string;
  readonly function_id: string;
  readonly purpose: Purpose;
  readonly attempt: number;
  readonly deliveries: number;
  readonly payload: string | null;
  readonly slot_keys: string[];
  readonly event: string | null;
  readonly steps: string | null;
  readonly status: Known["status"] | null;
  readonly version: number;
  readonly req_version: number;
  readonly pending: string[];
  readonly joined: string[];
  readonly started: boolean;
  readonly parent_run_id: string | null;
  readonly parent_step_id: string | null;
  readonly stack: string[] | null;
  readonly bytes: number | null;
}

/** The part of a row that describes its run. */
export type KnownRow = Pick<
  ClaimedRow,
  | "status"
  | "version"
  | "req_version"
  | "pending"
  | "joined"
  | "started"
  | "parent_run_id"
  | "parent_step_id"
  | "stack"
  | "bytes"
>;

/** What a row says about its run; undefined when the item belongs to none. */
export function toKnown(row: KnownRow): Known | undefined {
  if (row.status === null) return undefined;
  return {
    status: row.status,
    version: row.version,
    reqVersion: row.req_version,
    started: row.started,
    stack: row.stack ?? [],
    pending: row.pending,
    joined: row.joined,
    bytes: row.bytes ?? 0,
    ...(row.parent_run_id === null || row.parent_step_id === null
      ? {}
      : { parent: { runId: row.parent_run_id, stepId: row.parent_step_id } }),
  };
}

function toDelivery(row: ClaimedRow): Delivery {
  const known = toKnown(row);
  return {
    itemId: row.item_id,
    token: row.token,
    runId: row.run_id,
    stepId: row.step_id,
    functionId: row.function_id,
    purpose: row.purpose,
    attempt: row.attempt,
    deliveries: row.deliveries,
    slotKeys: row.slot_keys,
    event: row.event ?? "null",
    steps: row.steps ?? "{}",
    ...(row.payload === null ? {} : { payload: row.payload }),
    ...(known === undefined ? {} : { known }),
  };
}

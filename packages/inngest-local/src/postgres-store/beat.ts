import type { Fragment, Sql } from "postgres";
import type { Beat, ClaimRequest } from "../store.ts";
import { leaseSeconds, unpark } from "./claim.ts";

/** First half of the advisory lock of a worker ("eng" in hex); the second is the worker's own number. */
export const lockClass = 0x65_6e_67;

/**
 * One look at the queue, the only statement an idle engine runs: keep this
 * worker's lock and leases, and say what is due.
 *
 * `own` has one connection of its own. The worker is its advisory lock: when
 * the connection is lost the lock is taken again on the next look.
 */
export async function beat(own: Sql, worker: number, request: ClaimRequest): Promise<Beat> {
  const [row] = await own<
    {
      locked: boolean;
      next_in_ms: number | null;
      cron_in_ms: number | null;
      others: number[] | null;
      lost: number;
      parked: number;
    }[]
  >`
    with renewed as (
      update engine.queue set leased_until = now() + ${leaseSeconds} * interval '1 second'
       where leased_by = ${worker} and id = any(${[...request.held]}::bigint[]) and leased_until < now() + ${leaseSeconds - 10} * interval '1 second'
    )
    select exists (select from pg_locks where locktype = 'advisory' and classid = ${lockClass}::int::oid and objid::int8 = ${worker}::int8 and pid = pg_backend_pid()) as locked,
           (select extract(epoch from min(available_at) - now())::float8 * 1000 from engine.queue
             where leased_by is null and not parked and (function_id = '' or function_id = any(${[...request.functionIds]}::text[]))) as next_in_ms,
           (select extract(epoch from min(next_at) - now())::float8 * 1000 from engine.crons where function_id = any(${[...request.functionIds]}::text[])) as cron_in_ms,
           (select array_agg(distinct leased_by) from engine.queue where leased_by is not null and leased_by <> ${worker}) as others,
           (select count(*)::int from engine.queue where leased_by is not null and ${lost(own, worker, request.held)}) as lost,
           (select count(*)::int from engine.queue where parked) as parked`;
  if (row === undefined) return {};
  if (!row.locked) await own`select pg_try_advisory_lock(${lockClass}::int, ${worker}::int)`;
  const dead = await deadWorkers(own, row.others ?? []);
  const isLost = dead.length > 0 || row.lost > 0;
  if (isLost) await releaseLost(own, worker, dead, request.held);
  const woken = row.parked > 0 && (await unpark(own, undefined));
  if (woken || isLost) return { nextInMs: 0 };
  const due = [row.next_in_ms, row.cron_in_ms].filter((ms) => ms !== null);
  return due.length === 0 ? {} : { nextInMs: Math.max(0, Math.min(...due)) };
}

// Getting somebody's lock proves that its process is gone; the lock itself is of no use and goes back at once.
async function deadWorkers(own: Sql, workers: readonly number[]): Promise<number[]> {
  const dead: number[] = [];
  for (const worker of workers) {
    const [row] = await own<
      { gone: boolean }[]
    >`select pg_try_advisory_lock(${lockClass}::int, ${worker}::int) as gone`;
    if (row?.gone !== true) continue;
    await own`select pg_advisory_unlock(${lockClass}::int, ${worker}::int)`;
    dead.push(worker);
  }
  return dead;
}

async function releaseLost(own: Sql, worker: number, dead: readonly number[], held: readonly string[]): Promise<void> {
  await own`
    update engine.queue set leased_by = null, lease_token = null, leased_until = null, holds_slot = false
     where leased_by is not null and (leased_by = any(${[...dead]}::int[]) or ${lost(own, worker, held)})`;
}

// A lease that ran out; or one of this worker's own that it does not know of seconds later, because the answer to its claim was lost.
function lost(own: Sql, worker: number, held: readonly string[]): Fragment {
  return own`(not id = any(${[...held]}::bigint[]) and leased_until < now() + case when leased_by = ${worker} then ${leaseSeconds - 5} else 0 end * interval '1 second')`;
}

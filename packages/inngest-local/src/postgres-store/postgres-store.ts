import postgres, { type Sql } from "postgres";
import { finishTimeoutId, type Delivery, type Store } from "../store.ts";
import { beat, lockClass } from "./beat.ts";
import { claim, unpark } from "./claim.ts";
import { plan, tick } from "./crons.ts";
import { engineDdl } from "./ddl.ts";
import { alive, deliver, signal, waiting } from "./listen.ts";
import { receive } from "./receive.ts";
import { retain } from "./retain.ts";
import { append, settle } from "./settle.ts";
import { untilAnswered } from "./until-answered.ts";

/** Version of what this executor stores; written to `engine.meta`. */
const protocol = 1;

/**
 * Engine runs in Postgres, schema `engine`, shared by any number of processes.
 *
 * @param sql A postgres.js client of the executor's own: one that drizzle has
 *   not taken over, with array types fetched. The store opens two more
 *   connections with its options, one whose advisory lock says that this
 *   process lives and one for LISTEN, and closes them in `close`; `sql` itself
 *   stays open.
 */
export function postgresStore(sql: Sql): Store {
  const worker = crypto.getRandomValues(new Int32Array(1)).map((number) => number & 0x7fff_ffff)[0] ?? 0;
  let own: Sql | undefined;
  const ownSql = (): Sql => {
    if (own === undefined) throw new Error("The store is not open.");
    return own;
  };

  let isClosed = false;
  const certainly = <T>(attempt: () => Promise<T>): Promise<T> => untilAnswered(attempt, () => isClosed);

  return {
    async open(onDue) {
      await createSchema(sql);
      own = oneConnection(sql);
      await own`select pg_advisory_lock(${lockClass}::int, ${worker}::int)`;
      await own.listen("engine_due", onDue);
    },
    receive: (arrivals) => receive(sql, arrivals),
    claim: (request) => claim(sql, worker, request),
    begin: (delivery, finishMs) => certainly(() => begin(sql, delivery, finishMs)),
    async append(delivery, steps) {
      const { known } = delivery;
      return known !== undefined && certainly(() => append(sql, delivery, known, steps));
    },
    async settle(delivery, decide) {
      const settled = await certainly(() => settle(sql, delivery, decide));
      if (delivery.slotKeys.length > 0) await unpark(sql, delivery.slotKeys);
      return settled;
    },
    async drop(delivery) {
      await certainly(
        async () => sql`delete from engine.queue where id = ${delivery.itemId} and lease_token = ${delivery.token}`,
      );
    },
    waiting: (eventName) => waiting(sql, eventName),
    alive: (functionId) => alive(sql, functionId),
    deliver: (delivery, resumed, cancelled) => certainly(() => deliver(sql, delivery, resumed, cancelled)),
    signal: (name, payload) => signal(sql, name, payload),
    plan: (functionIds, crons, next) => plan(sql, functionIds, crons, next),
    tick: (functionIds, next, arrival) => tick(sql, functionIds, next, arrival),
    beat: (request) => beat(ownSql(), worker, request),
    async release(deliveries) {
      await sql`
        update engine.queue set leased_by = null, lease_token = null, leased_until = null, holds_slot = false, deliveries = greatest(0, deliveries - 1)
         where lease_token = any(${deliveries.map((delivery) => delivery.token)}::uuid[])`;
    },
    async nudge() {
      await sql`notify engine_due`;
    },
    retain: () => retain(sql),
    async isWaiting(runId) {
      const [row] = await sql<{ waiting: boolean }[]>`
        select not exists (select from engine.queue where run_id = ${runId} and leased_until > now() and purpose in ('run', 'step'))
           and (exists (select from engine.queue where run_id = ${runId} and leased_by is null and purpose not in ('cancel', 'lifecycle', 'event'))
                or exists (select from engine.pauses where run_id = ${runId})
                or exists (select from engine.runs where parent_run_id = ${runId} and ended_at is null)) as waiting`;
      return row?.waiting === true;
    },
    async close() {
      isClosed = true;
      await own?.end({ timeout: 1 });
      own = undefined;
    },
  };
}

async function begin(sql: Sql, delivery: Delivery, finishMs: number | undefined): Promise<void> {
  await sql`
    with begun as (
      update engine.runs set started_at = now() where id = ${delivery.runId} and started_at is null returning id, function_id
    )
    insert into engine.queue (run_id, step_id, function_id, purpose, available_at)
    select id, ${finishTimeoutId}, function_id, 'cancel', now() + ${finishMs ?? null}::float8 * interval '1 millisecond' from begun where ${finishMs ?? null}::float8 is not null
    on conflict (run_id, step_id, purpose) do nothing`;
}

// postgres.js makes its own LISTEN client the same way, from options already parsed, which its types do not admit as input.
function oneConnection(sql: Sql): Sql {
  const options = { ...sql.options, max: 1, idle_timeout: null, max_lifetime: null };
  return Reflect.apply(postgres, undefined, [options]);
}

// Two processes may start on an empty database at once: the lock lets one create and the other find.
async function createSchema(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lockClass}::int, 0)`;
    const [found] = await tx<{ there: boolean }[]>`select to_regclass('engine.meta') is not null as there`;
    if (found?.there !== true) await tx.unsafe(engineDdl);
    await tx`
      insert into engine.meta (executor, protocol) values ('embedded', ${protocol})
      on conflict (only_row) do update set executor = excluded.executor, protocol = excluded.protocol, started_at = now()`;
  });
}

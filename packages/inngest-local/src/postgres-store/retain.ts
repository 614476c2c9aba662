import type { Sql } from "postgres";

/** Rows of one table removed at a time, so that no statement holds its locks for long. */
const batch = 500;

/** Remove what ended, arrived or expired more than a day ago. */
export async function retain(sql: Sql): Promise<void> {
  await untilEmpty(async () => {
    const rows = await sql`
      with old as (
        delete from engine.runs where id in (
          select id from engine.runs where ended_at < now() - interval '24 hours' order by ended_at limit ${batch} for update skip locked)
        returning id
      ), steps as (
        delete from engine.steps s using old where s.run_id = old.id
      ) select id from old`;
    return rows.length;
  });
  await untilEmpty(
    async () =>
      (
        await sql`delete from engine.events where dedupe_id in (select dedupe_id from engine.events where received_at < now() - interval '24 hours' order by received_at limit ${batch} for update skip locked)`
      ).count,
  );
  await untilEmpty(
    async () =>
      (
        await sql`delete from engine.idempotency where (function_id, key) in (select function_id, key from engine.idempotency where expires_at < now() limit ${batch} for update skip locked)`
      ).count,
  );
  await sql`delete from engine.slots where key in (select s.key from engine.slots s where not exists (select from engine.queue q where q.slot_keys @> array[s.key]) for update skip locked limit ${batch})`;
}

async function untilEmpty(remove: () => Promise<number>): Promise<void> {
  while ((await remove()) === batch);
}

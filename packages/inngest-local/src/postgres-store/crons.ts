import type { Sql } from "postgres";
import type { Arrival, CronEntry, NextTick } from "../store.ts";
import { receive } from "./receive.ts";

/** Make these the crons of their functions: new ones are planned from the database's now, known ones keep their next tick. */
export async function plan(
  sql: Sql,
  functionIds: readonly string[],
  crons: readonly CronEntry[],
  next: NextTick,
): Promise<void> {
  await sql.begin(async (tx) => {
    const [clock] = await tx<{ now: Date }[]>`select now()`;
    const now = clock?.now ?? new Date();
    await tx`
      delete from engine.crons c where c.function_id = any(${[...functionIds]}::text[]) and not exists (
        select from unnest(${crons.map((cron) => cron.functionId)}::text[], ${crons.map((cron) => cron.expression)}::text[]) as n(function_id, expression)
         where n.function_id = c.function_id and n.expression = c.expression)`;
    for (const cron of crons) {
      await tx`insert into engine.crons (function_id, expression, next_at) values (${cron.functionId}, ${cron.expression}, ${next(cron.expression, now)}) on conflict do nothing`;
    }
  });
}

/** Fire due crons of these functions and plan their next ticks in the same transaction; ticks missed meanwhile are one. */
export async function tick(
  sql: Sql,
  functionIds: readonly string[],
  next: NextTick,
  arrival: (cron: CronEntry, at: Date) => Arrival,
): Promise<boolean> {
  return sql.begin(async (tx) => {
    const due = await tx<{ function_id: string; expression: string; next_at: Date; now: Date }[]>`
      select function_id, expression, next_at, now() from engine.crons where next_at <= now() and function_id = any(${[...functionIds]}::text[]) order by function_id, expression for update skip locked`;
    for (const row of due) {
      const cron = { functionId: row.function_id, expression: row.expression };
      await receive(tx, [arrival(cron, row.next_at)]);
      await tx`update engine.crons set next_at = ${next(cron.expression, row.now)} where function_id = ${cron.functionId} and expression = ${cron.expression}`;
    }
    return due.length > 0;
  });
}

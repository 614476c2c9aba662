import { expect, test } from "vitest";
import { testDatabase } from "@longhand/db/testing";
import { connect, until } from "../given-world.ts";
import { givenChildren } from "./given-child.ts";

async function givenExecutions() {
  const database = await testDatabase();
  const sql = connect(database.url);
  await sql`create table executed (id bigint generated always as identity, run text, step text, pid int)`;
  return {
    sql,
    url: database.url,
    count: async () => (await sql<{ count: number }[]>`select count(*)::int as count from executed`)[0]?.count ?? 0,
    async [Symbol.asyncDispose]() {
      await sql.end();
      await database[Symbol.asyncDispose]();
    },
  };
}

test(
  "killed ten times, a process loses no run, and repeats no step but the one in flight",
  { timeout: 120_000 },
  async () => {
    await using executions = await givenExecutions();
    await using children = givenChildren(executions.url);
    const { sql } = executions;
    const runs = 40;
    const events = Array.from({ length: runs }, (_, n) => ({ name: "chain", id: `chain-${n}`, data: { n } }));

    let child = children.start(events);
    for (let kill = 0; kill < 10; kill += 1) {
      await child.ready;
      const before = await executions.count();
      await until(async () => (await executions.count()) >= before + 20);
      await child.kill();
      child = children.start();
    }
    await until(async () => (await sql`select from engine.runs where ended_at is null`).length === 0);

    expect(await sql`select status, output::text, count(*)::int from engine.runs group by 1, 2`).toEqual([
      { status: "completed", output: '"yz"', count: runs },
    ]);
    const twiceInOneProcess = await sql`select run, step from executed group by run, step, pid having count(*) > 1`;
    expect([...twiceInOneProcess]).toEqual([]);
    // What a process did in vain was cut off by its kill: in a chain that is at most one step.
    const inVain = await sql`
    select run, pid from executed e where step < 'y' and exists (select from executed later where later.run = e.run and later.step = e.step and later.id > e.id)
     group by run, pid having count(*) > 1`;
    expect([...inVain]).toEqual([]);
  },
);

test(
  "a step that ends its process is stopped after five deliveries; its function may go on, and so may those that died with it",
  { timeout: 120_000 },
  async () => {
    await using executions = await givenExecutions();
    await using children = givenChildren(executions.url);
    const { sql } = executions;

    const innocent = Array.from({ length: 10 }, (_, n) => ({ name: "chain", id: `chain-${n}`, data: {} }));
    let child = children.start([...innocent, { name: "poison", id: "poison", data: {} }]);
    for (let deaths = 0; deaths < 5; deaths += 1) {
      await child.ended;
      child = children.start();
    }
    await until(async () => (await sql`select from engine.runs where ended_at is null`).length === 0);

    expect(await sql`select output::text, count(*)::int from engine.runs group by 1 order by 1`).toEqual([
      { output: '"poisoned"', count: 1 },
      { output: '"yz"', count: 10 },
    ]);
    expect(
      await sql`select step, count(*)::int from executed where step in ('before', 'kill') group by step order by step`,
    ).toEqual([
      { step: "before", count: 1 },
      { step: "kill", count: 5 },
    ]);
  },
);

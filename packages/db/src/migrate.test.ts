import postgres from "postgres";
import { expect, test } from "vitest";
import { migrate } from "./migrate.ts";
import { databaseUrl } from "./testing/template.ts";
import { testDatabase } from "./testing.ts";

test("four migrators at once bring an empty database to one history", async () => {
  await using given = await testDatabase();
  const name = `longhand_test_${Math.floor(Date.now() / 1000)}_empty_${process.pid}`;
  await given.sql`create database ${given.sql(name)}`;
  const url = databaseUrl(given.url, name);
  try {
    const outcomes = await Promise.allSettled([migrate(url), migrate(url), migrate(url), migrate(url)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(4).fill("fulfilled"));
    const sql = postgres(url, { max: 1 });
    const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`;
    await sql.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.hash)).size).toBe(rows.length);
  } finally {
    await given.sql`drop database ${given.sql(name)} with (force)`;
  }
});

test("a folder without a journal is an error, and the lock is free again", async () => {
  await using given = await testDatabase();
  await expect(migrate(given.url, "/nowhere")).rejects.toThrow(/_journal/);
  await migrate(given.url);
});

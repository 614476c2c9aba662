import postgres from "postgres";
import { expect, test } from "vitest";
import { databaseUrl } from "./template.ts";
import { testDatabase } from "./test-database.ts";

const nameOf = (url: string) => new URL(url).pathname.slice(1);
const exists = async (sql: postgres.Sql, name: string) =>
  (await sql`select 1 from pg_database where datname = ${name}`).length === 1;

test("clones made at once are migrated, empty, and each other's strangers", async () => {
  const clones = await Promise.all([testDatabase(), testDatabase(), testDatabase(), testDatabase()]);
  const names = clones.map((clone) => nameOf(clone.url));
  expect(new Set(names).size).toBe(4);
  const [first, second] = clones;
  await first.sql`insert into users (id, name, email, email_verified) values (gen_random_uuid(), 'A', 'a@example.com', true)`;
  expect(await second.sql`select 1 from users`).toHaveLength(0);
  for (const clone of clones) await clone[Symbol.asyncDispose]();
});

test("disposing drops the clone, also when it is disposed twice and somebody is still connected", async () => {
  await using watcher = await testDatabase();
  const clone = await testDatabase();
  const lingering = postgres(clone.url, { max: 1, onnotice: () => {} });
  await lingering`select 1`;
  await clone[Symbol.asyncDispose]();
  await clone[Symbol.asyncDispose]();
  expect(await exists(watcher.sql, nameOf(clone.url))).toBe(false);
  await lingering.end({ timeout: 0 });
});

test("what a killed run left is dropped after an hour, and a younger clone is left alone", async () => {
  await using watcher = await testDatabase();
  const now = Math.floor(Date.now() / 1000);
  const old = `longhand_test_${now - 3_700}_${process.pid}`;
  const young = `longhand_test_${now - 3_500}_${process.pid}`;
  for (const name of [old, young]) await watcher.sql`create database ${watcher.sql(name)}`;
  await using _next = await testDatabase();
  expect([await exists(watcher.sql, old), await exists(watcher.sql, young)]).toEqual([false, true]);
  await watcher.sql`drop database ${watcher.sql(young)}`;
});

test("the address of another database keeps server and password", () => {
  expect(databaseUrl("postgres://me:s3cret@127.0.0.1:5433/one?sslmode=disable", "two")).toBe(
    "postgres://me:s3cret@127.0.0.1:5433/two?sslmode=disable",
  );
});

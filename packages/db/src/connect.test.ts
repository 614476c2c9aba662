import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect } from "./connect.ts";
import { testDatabase } from "./testing.ts";

test("both clients show the application's name and raw SQL keeps its own types", async () => {
  await using given = await testDatabase();
  const connection = connect(given.url, { max: 1, applicationName: "a-test" });
  await connection.db.execute(sql`select 1`);
  const [row] = await connection.sql<{ at: Date; clients: number }[]>`
    select now() as at, (select count(*)::int from pg_stat_activity where application_name = 'a-test' and datname = current_database()) as clients`;
  await connection.close();
  expect(row?.at).toBeInstanceOf(Date);
  expect(row?.clients).toBe(2);
});

test("a connection cut by the server is made again for the next query", async () => {
  await using given = await testDatabase();
  const connection = connect(given.url, { max: 1, applicationName: "to-be-cut" });
  await connection.sql`select 1`;
  await given.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to-be-cut' and datname = current_database()`;
  await expect.poll(() => connection.sql`select 1 as one`.then((rows) => rows[0]?.["one"]).catch(() => 0)).toBe(1);
  await connection.close();
});

test("after close a query is refused", async () => {
  await using given = await testDatabase();
  const connection = connect(given.url);
  await connection.close();
  await expect(connection.sql`select 1`).rejects.toMatchObject({ code: "CONNECTION_ENDED" });
});

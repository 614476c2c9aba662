import { expect, test } from "vitest";
import { connect, deferred, givenWorld } from "../given-world.ts";
import { useDatabase } from "../use-database.ts";

const database = useDatabase();

test("when every connection is cut during a step, its result is still stored and the run goes on", async () => {
  const entered = deferred();
  const leave = deferred();
  await using world = await givenWorld("postgres", database.url(), (inngest, { hit }) => [
    inngest.createFunction({ id: "f", retries: 0, triggers: [{ event: "go" }] }, async ({ step }) => {
      await step.run("cut", async () => {
        hit("cut");
        entered.resolve();
        await leave.promise;
      });
      await step.sleep("nap", "1s");
      return step.run("after", () => hit("after"));
    }),
  ]);
  const sql = connect(database.url(), 1);
  const cut = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await world.send("go");
  await entered.promise;
  await cut();
  leave.resolve();
  expect(await world.ended("f")).toMatchObject({ status: "completed", output: 1 });
  expect(world.hits).toEqual({ cut: 1, after: 1 });
  await world.send("go");
  expect((await world.ended("f")).status).toBe("completed");
  await sql.end();
});

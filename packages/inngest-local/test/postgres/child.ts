// A process of its own: runs the functions of the kill tests against DATABASE_URL until it is killed.
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import postgres from "postgres";
import { createLocalInngest, postgresStore } from "../../src/index.ts";

const [, , url = "", events = "[]"] = process.argv;
const sql = postgres(url, { max: 4, onnotice: () => undefined });
const local = createLocalInngest({ store: postgresStore(sql) });
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
const inngest = new Inngest({ id: "child", isDev: true, baseUrl: local.baseUrl, fetch: local.fetch, logger });

const executed = async (run: string, step: string): Promise<void> => {
  await sql`insert into executed (run, step, pid) values (${run}, ${step}, ${process.pid})`;
};

const chain = inngest.createFunction(
  { id: "chain", retries: 0, triggers: [{ event: "chain" }] },
  async ({ step, runId }) => {
    for (const name of ["a", "b", "c", "d", "e", "f", "g", "h"]) {
      await step.run(name, async () => {
        await executed(runId, name);
        await sql`select pg_sleep(0.03)`;
      });
    }
    const pair = await Promise.all(
      ["y", "z"].map((name) => step.run(name, () => executed(runId, name).then(() => name))),
    );
    return pair.join("");
  },
);

const poison = inngest.createFunction(
  { id: "poison", retries: 0, triggers: [{ event: "poison" }] },
  async ({ step, runId }) => {
    await step.run("before", () => executed(runId, "before"));
    try {
      await step.run("kill", async () => {
        await executed(runId, "kill");
        process.kill(process.pid, "SIGKILL");
      });
    } catch (error) {
      return step.run("caught", () => (error instanceof Error ? error.name : "?"));
    }
    return "survived";
  },
);

await local.start(serve({ client: inngest, functions: [chain, poison] }));
if (events !== "[]") await inngest.send(JSON.parse(events));
process.stdout.write("ready\n");

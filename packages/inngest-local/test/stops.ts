// A process that starts and stops an engine, and must then end by itself.
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import postgres from "postgres";
import { createLocalInngest, memoryStore, postgresStore } from "../src/index.ts";

const [, , url = ""] = process.argv;
const sql = url === "" ? undefined : postgres(url, { max: 2, onnotice: () => undefined });
const local = createLocalInngest({ store: sql === undefined ? memoryStore() : postgresStore(sql) });
const inngest = new Inngest({ id: "stops", isDev: true, baseUrl: local.baseUrl, fetch: local.fetch });
const sleeper = inngest.createFunction(
  { id: "sleeper", triggers: [{ event: "go" }, { cron: "* * * * *" }] },
  async ({ step }) => step.sleep("nap", "1h"),
);
await local.start(serve({ client: inngest, functions: [sleeper] }));
await inngest.send({ name: "go" });
await local.drain(1000);
await local.stop();
await sql?.end();

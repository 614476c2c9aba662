import {
  createFunctions,
  createRelay,
  createWatchdog,
  type Db,
  type Hub,
  type ModelChain,
  type OpenDatabase,
  type SystemContext,
} from "@longhand/api/server";
import { createLocalInngest, postgresStore, type LocalInngest } from "@longhand/inngest-local";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import type { InngestTarget } from "./env.ts";
import type { Logger } from "./log.ts";

/** Durable work in this process: an executor or a door for one, the relay that feeds it, and the watchdog. */
export interface RunningEngine {
  /** The outbox has a row. */
  wakeRelay(): void;
  /** A run looks abandoned. */
  nudgeWatchdog(): void;
  /** For an Inngest server; absent when the executor is embedded. */
  readonly handler: ((request: Request) => Promise<Response>) | undefined;
  /** Let steps in flight finish, give the rest back, and end all timers. */
  stop(): Promise<void>;
}

/** Steps in flight get this long when the process stops; a model's answer under way is then asked for again at the next start. */
const drainMs = 4_000;

/** Start durable work on the executor that the environment chose. */
export async function startEngine(parts: {
  readonly target: InngestTarget;
  readonly database: OpenDatabase;
  readonly base: SystemContext & { readonly db: Db };
  readonly hub: Hub;
  readonly models: ModelChain;
  readonly log: Logger;
}): Promise<RunningEngine> {
  const { target, database, base, hub, models, log } = parts;
  const local =
    target.kind === "embedded"
      ? createLocalInngest({ store: postgresStore(database.sql), log: toEngineLog(log) })
      : undefined;
  const inngest = createClient(target, local, log);
  const shutdown = new AbortController();
  const functions = createFunctions({
    inngest,
    base,
    hub,
    models,
    shutdown: shutdown.signal,
    onError: (error) => log.error({ err: error }, "a step failed"),
  });
  const serveOrigin = target.kind === "embedded" ? undefined : target.serveOrigin;
  const handler = serve({
    client: inngest,
    functions,
    servePath: "/api/inngest",
    ...(serveOrigin !== undefined && { serveOrigin }),
  });
  const relay = createRelay({
    db: base.db,
    send: (events) => inngest.send([...events]),
    onError: (error) => log.warn({ err: error }, "a job could not be dispatched; it is tried again"),
  });
  const watchdog = createWatchdog({
    base,
    isWaiting: local && ((engineRunId) => local.isWaiting(engineRunId)),
    onError: (error) => log.warn({ err: error }, "a sweep failed; the next one is in 15 s"),
  });
  await local?.start(handler);
  relay.start();
  watchdog.start();
  return {
    wakeRelay: () => relay.wake(),
    nudgeWatchdog: () => watchdog.nudge(),
    handler: local === undefined ? handler : undefined,
    async stop() {
      await Promise.all([watchdog.stop(), relay.stop()]);
      await local?.drain(drainMs);
      shutdown.abort();
      await local?.stop();
    },
  };
}

function createClient(target: InngestTarget, local: LocalInngest | undefined, log: Logger): Inngest.Any {
  const common = { id: "longhand", logger: toEngineLog(log) };
  if (local !== undefined) return new Inngest({ ...common, isDev: true, baseUrl: local.baseUrl, fetch: local.fetch });
  if (target.kind === "server") {
    return new Inngest({
      ...common,
      isDev: false,
      eventKey: target.eventKey,
      signingKey: target.signingKey,
      ...(target.baseUrl !== undefined && { baseUrl: target.baseUrl }),
      ...(target.env !== undefined && { env: target.env }),
    });
  }
  const url = target.kind === "dev" ? target.url : undefined;
  return new Inngest({ ...common, isDev: true, ...(url !== undefined && { baseUrl: url }) });
}

/** The executor's and the SDK's words go into our log; what they tell at info is our debug. */
function toEngineLog(log: Logger) {
  const at =
    (level: "debug" | "warn" | "error") =>
    (first: unknown, ...rest: unknown[]): void => {
      if (typeof first === "object" && first !== null) log[level](first, rest.map(String).join(" "));
      else log[level]([first, ...rest].map(String).join(" "));
    };
  return { info: at("debug"), warn: at("warn"), error: at("error"), debug: at("debug") };
}

import {
  actFor,
  actorOfKey,
  createHub,
  createModels,
  createPeople,
  createRestApp,
  createRunTokens,
  openDatabase,
  type Actor,
  type Context,
  type Db,
  type OpenDatabase,
  type SystemContext,
} from "@longhand/api/server";
import { createApp } from "./app.ts";
import { demoEmail } from "./demo/demo-words.ts";
import { demoPassword, seedDemo, seedDemoCampaign } from "./demo/seed-demo.ts";
import { startEngine } from "./engine.ts";
import type { Env } from "./env.ts";
import { listen } from "./listen.ts";
import type { Logger } from "./log.ts";
import { installationSecret } from "./secret.ts";
import { loadStatic } from "./static.ts";
import type { Installation } from "./admin.ts";

/** A running server. */
export interface RunningServer {
  readonly url: string;
  /** What the person who started it should read, once. */
  readonly greeting: readonly string[];
  /** Stop in order: no new requests, streams, durable work, database. */
  stop(): Promise<void>;
}

/**
 * Bring the real things together, seed the demo account, and serve. The address is taken first, so that a start that
 * cannot have it disturbs nothing; a start that fails later gives back what it had taken.
 */
export async function compose(env: Env, log: Logger): Promise<RunningServer> {
  const models = createModels(env.models);
  const serveStatic = await loadStatic(new URL("../../web/dist/", import.meta.url));
  const taken: (() => Promise<void>)[] = [];
  const giveBack = async () => {
    for (const release of taken.reverse()) await release();
  };
  try {
    const socket = await listen(env.host, env.port);
    const secret = await installationSecret(env.dataDir, env.secret);
    const database = await open(env, log);
    taken.push(() => database.close());
    const { db, sql } = database;
    const hub = createHub({ sql });
    taken.push(() => hub.stop());
    const origin = env.origin ?? socket.url;
    const people = createPeople({ db, secret, origin, trustedOrigins: trustedOrigins(env, socket.port) });
    const runTokens = createRunTokens({ secret });
    const [model] = models.links;
    const base: SystemContext & { readonly db: Db } = {
      db,
      wake: {
        session: (id) => hub.wake(id),
        outbox: () => engine.wakeRelay(),
        watchdog: () => engine.nudgeWatchdog(),
      },
      runTokens,
      modelName: model?.id ?? "none",
    };
    const contextFor = (actor: Actor): Context => ({ ...base, actor });
    const engine = await startEngine({ target: env.inngest, database, base, hub, models, log });
    taken.push(() => engine.stop());
    await hub.start();

    const demo = await seedDemo({
      db,
      people,
      secret,
      apiKey: env.apiKey,
      contextOf: (userId) => actFor(base, userId),
    });
    await seedDemoCampaign(actFor(base, demo.person.id));

    const stopping = new AbortController();
    const rest = createRestApp({
      contextFor,
      authenticate: (key) => actorOfKey(db, key),
      hub,
      runTokens,
      rateLimit: env.rateLimit,
      stopping: stopping.signal,
      allowedOrigins: env.allowedOrigins,
      report: (error, details) => log.error({ err: error, ...details }, "a request failed"),
    });
    socket.serve(
      createApp({
        rest,
        people,
        trpc: { contextFor, hub, report: (error) => log.error({ err: error }, "a procedure failed") },
        model: { name: model?.id ?? "none", offline: model?.provider === "offline", reason: models.reason },
        signInDemo: env.loopback
          ? (headers) => people.signIn({ email: demoEmail, password: demoPassword(secret) }, headers)
          : undefined,
        inngest: engine.handler,
        ready: async () => !stopping.signal.aborted && (await isUp(database)),
        serveStatic,
        hosts: env.loopback ? ownHosts(env, origin) : undefined,
      }),
    );
    taken.push(() => socket.close());
    return {
      url: socket.url,
      greeting: demo.newKey === undefined ? [] : [`Your first API key, shown once: ${demo.newKey}`],
      async stop() {
        stopping.abort();
        await giveBack();
      },
    };
  } catch (error) {
    await giveBack();
    throw error;
  }
}

/** Names by which a browser on this machine may call the server. */
function ownHosts(env: Env, origin: string): ReadonlySet<string> {
  return new Set([
    "127.0.0.1",
    "localhost",
    "[::1]",
    ...[...env.allowedOrigins, origin].map((known) => new URL(known).hostname),
  ]);
}

/** The installation without a server, for administration beside a running one. */
export async function openInstallation(env: Env, log: Logger): Promise<Installation & AsyncDisposable> {
  const secret = await installationSecret(env.dataDir, env.secret);
  const database = await open(env, log, 2);
  const people = createPeople({
    db: database.db,
    secret,
    origin: env.origin ?? `http://127.0.0.1:${env.port}`,
    trustedOrigins: [],
  });
  const base: SystemContext = {
    db: database.db,
    wake: { session() {}, outbox() {}, watchdog() {} },
    runTokens: createRunTokens({ secret }),
    modelName: "none",
  };
  return {
    db: database.db,
    people,
    contextOf: (userId) => actFor(base, userId),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

function open(env: Env, log: Logger, max?: number): Promise<OpenDatabase> {
  return openDatabase({
    databaseUrl: env.databaseUrl,
    dataDir: env.dataDir,
    resolveFrom: import.meta.url,
    ...(max !== undefined && { max }),
    log: (line) => log.info(line),
  });
}

async function isUp(database: OpenDatabase): Promise<boolean> {
  try {
    await database.sql`select 1`;
    return true;
  } catch {
    return false;
  }
}

/** Every name under which this machine's own pages may be opened. */
function trustedOrigins(env: Env, port: number): string[] {
  const own = env.loopback ? [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`] : [];
  return [...own, ...env.allowedOrigins];
}

import { baseUrl, syncFunctions, type Handler } from "./call-function.ts";
import { readFunctions, type FunctionConfig } from "./config.ts";
import { createEngine, type Engine, type Log } from "./engine.ts";
import { field, textField, toJson } from "./field.ts";
import { readEvents } from "./receive-events.ts";
import type { Store } from "./store.ts";

/** An executor of Inngest functions inside this process. */
export interface LocalInngest {
  /**
   * Read the functions from the SDK's handler, check them and begin to run them.
   *
   * @throws {Error} naming each function and option that cannot be run here; when it runs already.
   */
  start(handler: Handler): Promise<void>;
  /** Begin nothing more; wait up to `ms` milliseconds for what is running, then give it back without counting the delivery. */
  drain(ms: number): Promise<void>;
  /** Drain at once and let go of timers and connections. Safe to call twice, and before `start`. */
  stop(): Promise<void>;
  /** For the `fetch` option of the Inngest client: answers the SDK without a network. 503 before `start`. */
  readonly fetch: typeof globalThis.fetch;
  /** For the `baseUrl` option of the Inngest client. It resolves nowhere. */
  readonly baseUrl: string;
  /** True while an engine run is alive and nothing executes it: a retry or a sleep is planned, or it queues. */
  isWaiting(engineRunId: string): Promise<boolean>;
}

/** How to make an executor. */
export interface LocalInngestOptions {
  readonly store: Store;
  /** Silent when absent. */
  readonly log?: Log;
  /** False makes one request of every step, as a server without checkpointing does. Default true. */
  readonly checkpointing?: boolean;
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Run Inngest functions with no server: the SDK's client and its handler talk
 * to each other through this object, and runs live in the store.
 *
 * ```ts
 * const local = createLocalInngest({ store: postgresStore(sql) });
 * const inngest = new Inngest({ id: "app", isDev: true, baseUrl: local.baseUrl, fetch: local.fetch });
 * await local.start(serve({ client: inngest, functions }));
 * ```
 *
 * Steps run at least once and their results are kept once stored; an accepted
 * event is never lost. Any number of processes may share a Postgres store.
 */
export function createLocalInngest({ store, log = silent, checkpointing = true }: LocalInngestOptions): LocalInngest {
  let functions: ReadonlyMap<string, FunctionConfig> = new Map();
  let engine: Engine | undefined;

  async function answer(method: string, path: string, headers: Headers, body: unknown): Promise<Response> {
    const [, first, second, third, fourth] = path.split("/").map(decodeURIComponent);
    if (method === "POST" && first === "v1" && second === "checkpoint" && third !== undefined && fourth === "async") {
      const isStored = (await engine?.checkpoint(third, body)) === true;
      return isStored ? json(200, {}) : json(409, { error: "This call has lost its lease.", status: 409 });
    }
    if (engine === undefined) return json(503, { error: "The executor is not running.", status: 503 });

    if (method === "POST" && first === "e") {
      const arrivals = readEvents(body, headers.get("x-inngest-event-id-seed"), functions.values());
      if (arrivals === undefined) return json(400, { error: "An event must have a name.", status: 400 });
      await store.receive(arrivals);
      engine.wake();
      return json(200, { ids: arrivals.map((arrival) => arrival.id), status: 200 });
    }
    if (method === "POST" && first === "v1" && second === "signals") {
      const name = textField(body, "signal") ?? "";
      const runId = await store.signal(name, toJson({ data: { signal: name, data: field(body, "data") ?? null } }));
      if (runId === undefined) return json(404, { error: "Nobody waits for this signal.", status: 404 });
      engine.wake();
      return json(200, { data: { run_id: runId } });
    }
    if (method === "POST" && first === "v1" && second === "runs" && fourth === "metadata") return json(200, {});
    return json(501, { error: `The embedded executor has no ${method} ${path}.`, status: 501 });
  }

  return {
    baseUrl,
    isWaiting: (engineRunId) => store.isWaiting(engineRunId),
    async fetch(input, init) {
      const request = input instanceof Request ? input : undefined;
      const url = new URL(request?.url ?? String(input));
      const text = typeof init?.body === "string" ? init.body : await request?.text();
      try {
        return await answer(
          init?.method ?? request?.method ?? "GET",
          url.pathname,
          new Headers(init?.headers ?? request?.headers),
          text === undefined || text === "" ? undefined : JSON.parse(text),
        );
      } catch (error) {
        log.warn({ err: error, path: url.pathname }, "a request of the SDK could not be answered");
        return json(503, { error: error instanceof Error ? error.message : String(error), status: 503 });
      }
    },
    async start(handler) {
      if (engine !== undefined) throw new Error("The executor is running already.");
      functions = new Map(readFunctions(await syncFunctions(handler)).map((fn) => [fn.id, fn]));
      // Functions left by an earlier process are called, and call back, before the start is complete.
      const starting = createEngine({ store, log, handler, functions, checkpointing });
      engine = starting;
      try {
        await starting.start();
      } catch (error) {
        engine = undefined;
        await starting.stop();
        throw error;
      }
    },
    async drain(ms) {
      await engine?.drain(ms);
    },
    async stop() {
      const stopping = engine;
      engine = undefined;
      await stopping?.stop();
    },
  };
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

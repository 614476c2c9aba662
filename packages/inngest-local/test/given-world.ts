import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import postgres, { type Sql } from "postgres";
import { createLocalInngest, memoryStore, postgresStore, type LocalInngest, type Store } from "../src/index.ts";
import type { RunEnd } from "../src/store.ts";

/** The ways one scenario is run. */
export const modes = ["memory", "memory, one request per step", "postgres"] as const;
export type Mode = (typeof modes)[number];

/** How a run ended, with its outcome parsed. */
export interface Ended {
  readonly runId: string;
  readonly status: RunEnd["status"];
  readonly output: unknown;
  readonly error: unknown;
}

/** An engine with its own functions, counting whatever its bodies report. */
export interface World {
  readonly inngest: Inngest;
  readonly local: LocalInngest;
  readonly store: Store;
  /** How often `hit` was called with each name. */
  readonly hits: Record<string, number>;
  hit(name: string): number;
  send(name: string, data?: object, more?: object): Promise<unknown>;
  /** The next ending of a run of this function, in the order of their endings. */
  ended(functionId: string): Promise<Ended>;
  /** True when a step waits for an event of this name. */
  isAwaited(eventName: string): Promise<boolean>;
  [Symbol.asyncDispose](): Promise<void>;
}

type Build = (inngest: Inngest, world: Pick<World, "hit" | "hits">) => InngestFunction.Any[];

/** A logger for clients: failures are what many tests are about. */
export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

/** A client of the database that reports no notices. */
export function connect(url: string, max: number = 4): Sql {
  return postgres(url, { max, onnotice: () => undefined });
}

/** The smallest world in which functions run. Function ids are prefixed by a random app id, so worlds share a database unseen. */
export async function givenWorld(
  mode: Mode,
  url: string,
  build: Build,
  appId: string = `app${crypto.randomUUID().slice(0, 8)}`,
): Promise<World> {
  const sql = mode === "postgres" ? connect(url) : undefined;
  const endings = createEndings();
  const store = observed(sql === undefined ? memoryStore() : postgresStore(sql), (functionId, end) =>
    endings.add(functionId.replace(`${appId}-`, ""), end),
  );
  const local = createLocalInngest({ store, checkpointing: mode !== "memory, one request per step" });
  const inngest = new Inngest({ id: appId, isDev: true, baseUrl: local.baseUrl, fetch: local.fetch, logger: silent });
  const hits: Record<string, number> = {};
  const hit = (name: string): number => (hits[name] = (hits[name] ?? 0) + 1);
  await local.start(serve({ client: inngest, functions: build(inngest, { hit, hits }) }));
  return {
    inngest,
    local,
    store,
    hits,
    hit,
    send: (name, data = {}, more = {}) => inngest.send({ name, data, ...more }),
    ended: (functionId) => endings.next(functionId),
    isAwaited: async (eventName) => (await store.waiting(eventName)).length > 0,
    async [Symbol.asyncDispose]() {
      await local.stop();
      await sql?.end({ timeout: 1 });
    },
  };
}

/** The store, telling of every run that ends through it. */
function observed(store: Store, onEnd: (functionId: string, end: Ended) => void): Store {
  return {
    ...store,
    async settle(delivery, decide) {
      let end: RunEnd | undefined;
      const settled = await store.settle(delivery, (known) => {
        const change = decide(known);
        end = change.end;
        return change;
      });
      if (settled && end !== undefined)
        onEnd(delivery.functionId, {
          runId: delivery.runId,
          status: end.status,
          output: parsed(end.output),
          error: parsed(end.error),
        });
      return settled;
    },
  };
}

function parsed(json: string | undefined): unknown {
  return json === undefined ? undefined : JSON.parse(json);
}

function createEndings() {
  const ended = new Map<string, Ended[]>();
  const waiting = new Map<string, ((end: Ended) => void)[]>();
  return {
    add(functionId: string, end: Ended): void {
      const waiter = waiting.get(functionId)?.shift();
      if (waiter !== undefined) return waiter(end);
      ended.set(functionId, [...(ended.get(functionId) ?? []), end]);
    },
    next(functionId: string): Promise<Ended> {
      const end = ended.get(functionId)?.shift();
      if (end !== undefined) return Promise.resolve(end);
      return new Promise((resolve) => waiting.set(functionId, [...(waiting.get(functionId) ?? []), resolve]));
    },
  };
}

/** A promise and the means to settle it. */
export function deferred<T = void>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A number that depends on whether the SDK stores steps by checkpoints or is called once for each. */
export function bodies(mode: Mode, checkpointed: number, perStep: number): number {
  return mode === "memory, one request per step" ? perStep : checkpointed;
}

/** Resolves when the condition holds; asks again as soon as everything else had its turn. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

import type { Handler } from "./call-function.ts";
import type { FunctionConfig } from "./config.ts";
import { nextTick, parseCron } from "./cron.ts";
import { createDeliveryHandler, isSuspect } from "./delivery-handler.ts";
import {
  isCall,
  type Arrival,
  type ClaimRequest,
  type CronEntry,
  type Delivery,
  type NextTick,
  type Store,
} from "./store.ts";
import { toArrival, toRun, type EngineEvent } from "./triggers.ts";
import { ulid } from "./ulid.ts";

/** Where the executor reports; pino's loggers fit. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What an engine is made of. */
export interface EngineParts {
  readonly store: Store;
  readonly log: Log;
  readonly handler: Handler;
  readonly functions: ReadonlyMap<string, FunctionConfig>;
  readonly checkpointing: boolean;
}

/** A running executor. */
export interface Engine {
  start(): Promise<void>;
  /** Look for due work in `delayMs`, at once when absent. */
  wake(delayMs?: number): void;
  /** Store the steps of a call that goes on; false when the call must stop. */
  checkpoint(runId: string, body: unknown): Promise<boolean>;
  /** Claim nothing more; wait up to `ms` for what is in hand, then give it back. */
  drain(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** Calls executing at once in one process. They wait for model providers most of the time; the database pool is shared. */
const capacity = 100;
/** How long a change made by another process may go unseen; also the interval of the one query of an idle engine. */
const beatMs = 1000;
const retainMs = 60_000;
/** Other processes are told of surplus work this often at most: a NOTIFY locks the whole database for a moment. */
const nudgeMs = 50;
/** Timers may fire a little early against the store's clock, and would then find nothing. */
const timerSlackMs = 2;

/** The loop: claim what is due, have it handled, and know when to look again. */
export function createEngine({ store, log, handler, functions, checkpointing }: EngineParts): Engine {
  const functionIds = [...functions.keys()];
  const limits = new Map(
    [...functions.values()].map((fn) => [fn.id, fn.concurrency.map(({ limit }) => limit)] as const),
  );
  const crons = [...functions.values()].flatMap((fn) =>
    fn.crons.map((expression) => ({ functionId: fn.id, expression })),
  );
  const deliveries = createDeliveryHandler({ store, handler, functions, checkpointing, wake });
  const inFlight = new Set<Promise<void>>();
  let calls = 0;
  let claiming = false;
  let pumping = false;
  let pumpAgain = false;
  let isReachable = true;
  let isStopped = false;
  let timer: { readonly at: number; readonly handle: NodeJS.Timeout } | undefined;
  let nudgeTimer: NodeJS.Timeout | undefined;
  let nudgeAgain = false;
  let beatTimer: NodeJS.Timeout | undefined;
  let retainTimer: NodeJS.Timeout | undefined;

  function request(): ClaimRequest {
    const inHand = deliveries.held();
    const suspect = calls < capacity && !inHand.some(isSuspect);
    return { functionIds, calls: capacity - calls, suspect, limits, held: inHand.map((delivery) => delivery.itemId) };
  }

  async function pump(): Promise<void> {
    pumpAgain = true;
    if (pumping) return;
    pumping = true;
    try {
      while (pumpAgain && claiming) {
        pumpAgain = false;
        const wanted = request();
        const claimed = await store.claim(wanted);
        for (const delivery of claimed) take(delivery);
        pumpAgain ||= claimed.length > 0 && claimed.length >= wanted.calls;
      }
    } catch (error) {
      missed(error);
    } finally {
      pumping = false;
    }
  }

  function take(delivery: Delivery): void {
    if (isCall(delivery)) calls += 1;
    const work = deliveries
      .handle(delivery)
      .catch((error: unknown) =>
        log.error(
          { err: error, runId: delivery.runId, purpose: delivery.purpose },
          "a queue item could not be handled and will be delivered again",
        ),
      )
      .finally(() => {
        const wasFull = calls >= capacity;
        if (isCall(delivery)) calls -= 1;
        inFlight.delete(work);
        if (wasFull || isSuspect(delivery) || delivery.slotKeys.length > 0) wake();
      });
    inFlight.add(work);
  }

  function wake(delayMs = 0): void {
    if (!claiming) return;
    if (delayMs <= 0) {
      if (calls >= capacity) nudge();
      void pump();
      return;
    }
    const at = Date.now() + delayMs + timerSlackMs;
    // The beat looks further ahead than its interval, by the store's own clock.
    if (delayMs > beatMs || (timer !== undefined && timer.at <= at)) return;
    clearTimeout(timer?.handle);
    timer = { at, handle: setTimeout(onTimer, delayMs + timerSlackMs) };
  }

  function nudge(): void {
    nudgeAgain = nudgeTimer !== undefined;
    if (nudgeAgain) return;
    void store.nudge().catch(missed);
    nudgeTimer = setTimeout(() => {
      nudgeTimer = undefined;
      if (nudgeAgain) nudge();
    }, nudgeMs);
  }

  function onTimer(): void {
    timer = undefined;
    void onDue();
  }

  async function onDue(): Promise<void> {
    try {
      if (crons.length > 0 && claiming) await store.tick(functionIds, nextOf, cronArrival);
    } catch (error) {
      missed(error);
    }
    await pump();
  }

  async function beat(): Promise<void> {
    try {
      const { nextInMs } = await store.beat(request());
      isReachable = true;
      if (nextInMs !== undefined && nextInMs <= timerSlackMs) await onDue();
      else if (nextInMs !== undefined) wake(nextInMs);
    } catch (error) {
      missed(error);
    }
    if (!isStopped && (claiming || inFlight.size > 0)) beatTimer = setTimeout(() => void beat(), beatMs);
  }

  async function retain(): Promise<void> {
    await store.retain().catch(missed);
    if (claiming) retainTimer = setTimeout(() => void retain(), retainMs);
  }

  function missed(error: unknown): void {
    if (isReachable && claiming)
      log.warn({ err: error }, "the engine's store does not answer; asking again every second");
    isReachable = false;
  }

  function cronArrival(cron: CronEntry, at: Date): Arrival {
    const fn = functions.get(cron.functionId);
    const id = `${cron.functionId}:${at.toISOString()}`;
    const event: EngineEvent = {
      id,
      name: "inngest/scheduled.timer",
      data: { cron: cron.expression },
      ts: at.getTime(),
    };
    const arrival = toArrival(event, { dedupeId: id, id: ulid(), delayMs: 0 }, []);
    return fn === undefined ? arrival : { ...arrival, runs: [toRun(fn, event, 0)] };
  }

  async function drain(ms: number): Promise<void> {
    claiming = false;
    clearTimeout(timer?.handle);
    clearTimeout(nudgeTimer);
    let timeout: NodeJS.Timeout | undefined;
    const expired = new Promise<void>((resolve) => {
      timeout = setTimeout(resolve, ms);
    });
    await Promise.race([Promise.allSettled(inFlight), expired]);
    clearTimeout(timeout);
    const left = deliveries.held();
    deliveries.letGo();
    if (left.length > 0)
      await store
        .release(left)
        .catch((error: unknown) =>
          log.warn({ err: error }, "items in hand could not be given back; they are delivered again"),
        );
  }

  return {
    wake,
    drain,
    checkpoint: deliveries.checkpoint,
    async start() {
      // A nudge is answered by a look at the queue, never by another nudge.
      await store.open(() => void pump());
      await store.plan(functionIds, crons, nextOf);
      claiming = true;
      await beat();
      void retain();
      void pump();
    },
    async stop() {
      if (claiming) await drain(0);
      isStopped = true;
      clearTimeout(beatTimer);
      clearTimeout(retainTimer);
      await store.close();
    },
  };
}

const nextOf: NextTick = (expression, after) => nextTick(parseCron(expression), after);

import { callFunction, type Handler } from "./call-function.ts";
import type { FunctionConfig } from "./config.ts";
import { nextTick, parseCron } from "./cron.ts";
import { decideAnswer, decideFact, decidePoisoned, limited, maxDeliveries, type Surroundings } from "./decide.ts";
import { toEnd } from "./endings.ts";
import { parseExpression } from "./expression.ts";
import { field, listField, textField } from "./field.ts";
import { errorJson, readOps } from "./protocol.ts";
import type { Change, ClaimRequest, CronEntry, Delivery, Known, Listener, NextTick, Store } from "./store.ts";
import { cancels, toArrival, toRun, type EngineEvent } from "./triggers.ts";
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
  drain(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** Calls executing at once in one process. They wait for model providers most of the time; the database pool is shared. */
const capacity = 100;
/** How long a change made by another process may go unseen; also the interval of the one query of an idle engine. */
const beatMs = 1000;
const retainMs = 60_000;
/** Timers may fire a little early against the store's clock, and would then find nothing. */
const timerSlackMs = 2;

/** The loop: claim due items, call functions or apply facts, settle what they answered. */
export function createEngine({ store, log, handler, functions, checkpointing }: EngineParts): Engine {
  const functionIds = [...functions.keys()];
  const limits = new Map(
    [...functions.values()].map((fn) => [fn.id, fn.concurrency.map(({ limit }) => limit)] as const),
  );
  const crons: CronEntry[] = [...functions.values()].flatMap((fn) =>
    fn.crons.map((expression) => ({ functionId: fn.id, expression })),
  );
  const held = new Map<string, Delivery>();
  const stale = new Set<string>();
  const inFlight = new Set<Promise<void>>();
  let calls = 0;
  let claiming = false;
  let pumping = false;
  let pumpAgain = false;
  let reachable = true;
  let timer: { at: number; handle: NodeJS.Timeout } | undefined;
  let beatTimer: NodeJS.Timeout | undefined;
  let retainTimer: NodeJS.Timeout | undefined;

  const request = (): ClaimRequest => ({
    functionIds,
    calls: capacity - calls,
    limits,
    held: [...held.values()].map((delivery) => delivery.itemId),
  });

  async function pump(): Promise<void> {
    pumpAgain = true;
    if (pumping) return;
    pumping = true;
    try {
      while (pumpAgain && claiming) {
        pumpAgain = false;
        const wanted = request();
        const deliveries = await store.claim(wanted);
        for (const delivery of deliveries) take(delivery);
        pumpAgain ||= deliveries.length > 0 && deliveries.length >= Math.min(wanted.calls, capacity);
      }
    } catch (error) {
      unreachable(error);
    } finally {
      pumping = false;
    }
  }

  function take(delivery: Delivery): void {
    const key = keyOf(delivery);
    const isCall = delivery.purpose === "run" || delivery.purpose === "step";
    held.set(key, delivery);
    if (isCall) calls += 1;
    const work = handle(key, delivery, isCall)
      .catch((error: unknown) =>
        log.error(
          { err: error, runId: delivery.runId },
          "a queue item could not be handled; it is delivered again when its lease ends",
        ),
      )
      .finally(() => {
        const wasFull = calls >= capacity;
        if (isCall) calls -= 1;
        held.delete(key);
        stale.delete(key);
        inFlight.delete(work);
        if (wasFull || delivery.slotKeys.length > 0) wake();
      });
    inFlight.add(work);
  }

  async function handle(key: string, delivery: Delivery, isCall: boolean): Promise<void> {
    if (delivery.purpose === "event") return deliverEvent(delivery);
    if (delivery.purpose === "lifecycle") return emit(delivery);
    if (delivery.known === undefined) return store.drop(delivery);
    if (!isCall) return settle(delivery, (known) => decideFact(delivery, known, around(delivery)));
    if (delivery.deliveries > maxDeliveries)
      return settle(delivery, (known) => decidePoisoned(delivery, known, around(delivery)));

    const fn = functions.get(delivery.functionId);
    if (
      fn !== undefined &&
      !delivery.known.started &&
      (fn.finishWithinMs !== undefined || fn.startWithinMs !== undefined)
    )
      await store.begin(delivery, fn.finishWithinMs);
    const planOnly = delivery.known.pending.length > 0 || delivery.deliveries > 1;
    const answer = await callFunction(handler, delivery, {
      maxAttempts: fn?.maxAttempts ?? 1,
      planOnly,
      checkpointing,
    });
    const current = held.get(key);
    if (current === undefined) return;
    if (stale.has(key)) return store.release([current]);
    return settle(current, (known) => decideAnswer(current, known, answer, around(current)));
  }

  function around(delivery: Delivery): Surroundings {
    return {
      maxAttempts: functions.get(delivery.functionId)?.maxAttempts ?? 1,
      invoke(functionId, payload) {
        const fn = functions.get(functionId);
        const event: EngineEvent = {
          ...(typeof payload === "object" ? payload : {}),
          id: ulid(),
          name: "inngest/function.invoked",
          data: field(payload, "data") ?? {},
          ts: Date.now(),
        };
        if (fn === undefined) return undefined;
        const { onceKey: _, ...run } = toRun(fn, event, 0);
        return run;
      },
      end: (status, outcome) => toEnd(status, outcome, delivery, functions.values()),
    };
  }

  async function settle(delivery: Delivery, decide: (known: Known) => Change): Promise<void> {
    let change: Change | undefined;
    const settled = await store.settle(delivery, (known) => (change = decide(known)));
    if (!settled || change === undefined) return;
    const delays = [
      ...change.enqueue.map((item) => item.delayMs),
      ...change.children.map(() => 0),
      ...(change.end?.events.filter((event) => event.wanted).map(() => 0) ?? []),
    ];
    if (change.end !== undefined && delivery.known?.parent !== undefined) delays.push(0);
    if (change.end === undefined && change.item !== "done") delays.push(change.item.delayMs);
    if (change.pauses.some((pause) => pause.signal !== undefined)) delays.push(0);
    if (delays.length > 0) wake(Math.min(...delays));
  }

  async function deliverEvent(delivery: Delivery): Promise<void> {
    const event = readEvent(delivery);
    const cancellable = [...functions.values()].filter((fn) =>
      fn.cancelOn.some((cancel) => cancel.event === event.name),
    );
    const listeners = await store.listeners(
      event.name,
      cancellable.map((fn) => fn.id),
    );
    const resumed = listeners.filter((one) => one.stepId !== undefined && isAwaited(one, event));
    const cancelled = listeners.filter(
      (one) =>
        one.stepId === undefined && cancellable.some((fn) => fn.id === one.functionId && cancels(fn, one, event)),
    );
    await store.deliver(delivery, resumed, cancelled);
    if (resumed.length + cancelled.length > 0) wake();
  }

  async function emit(delivery: Delivery): Promise<void> {
    const event = readEvent(delivery);
    await store.receive([
      toArrival(event, { dedupeId: `${delivery.runId} ${event.name}`, id: event.id, delayMs: 0 }, functions.values()),
    ]);
    await store.drop(delivery);
    wake();
  }

  function wake(delayMs = 0): void {
    if (!claiming) return;
    if (delayMs <= 0) {
      if (calls >= capacity) void store.nudge().catch(unreachable);
      void pump();
      return;
    }
    const at = Date.now() + delayMs + timerSlackMs;
    // The beat looks further ahead than a second, by the store's own clock.
    if (delayMs > beatMs || (timer !== undefined && timer.at <= at)) return;
    clearTimeout(timer?.handle);
    timer = { at, handle: setTimeout(() => ((timer = undefined), void onDue()), delayMs + timerSlackMs) };
  }

  async function onDue(): Promise<void> {
    try {
      if (crons.length > 0 && claiming) await store.tick(functionIds, nextOf, cronArrival);
    } catch (error) {
      unreachable(error);
    }
    await pump();
  }

  async function beat(): Promise<void> {
    try {
      const { nextInMs } = await store.beat(request());
      reachable = true;
      if (nextInMs !== undefined && nextInMs <= timerSlackMs) await onDue();
      else if (nextInMs !== undefined) wake(nextInMs);
    } catch (error) {
      unreachable(error);
    }
    if (claiming || held.size > 0) beatTimer = setTimeout(() => void beat(), beatMs);
  }

  async function retain(): Promise<void> {
    await store.retain().catch(unreachable);
    if (claiming) retainTimer = setTimeout(() => void retain(), retainMs);
  }

  function unreachable(error: unknown): void {
    if (reachable && claiming)
      log.warn({ err: error }, "the engine's store does not answer; trying again every second");
    reachable = false;
  }

  function cronArrival(cron: CronEntry, at: Date): ReturnType<typeof toArrival> {
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

  return {
    async start() {
      await store.open(() => wake());
      await store.plan(functionIds, crons, nextOf);
      claiming = true;
      await beat();
      void retain();
      void pump();
    },
    wake,
    async checkpoint(runId, body) {
      const key = textField(body, "qi_id") ?? "";
      const delivery = held.get(key);
      if (delivery?.known === undefined || delivery.runId !== runId || stale.has(key)) return false;
      const ops = readOps(listField(body, "steps"));
      const refused = ops.find((op) => op.op !== "StepRun");
      const { end } = around(delivery);
      const steps = ops.map((op) => ({ id: op.id, kind: "data", value: op.data }) as const);
      const change: Change = {
        store: steps,
        pending: [],
        joined: [],
        reqVersion: delivery.known.reqVersion,
        item: "done",
        enqueue: [],
        pauses: [],
        children: [],
      };
      const verdict =
        refused === undefined
          ? limited(change, delivery.known, { end })
          : {
              ...change,
              store: [],
              end: end("failed", {
                error: errorJson(
                  "NonRetriableError",
                  `The embedded executor does not support the operation ${refused.op}.`,
                ),
              }),
            };
      if (verdict.end !== undefined) await settle(delivery, () => verdict);
      else if (await store.append(delivery, steps)) {
        const bytes = steps.reduce((sum, step) => sum + Buffer.byteLength(step.value), delivery.known.bytes);
        held.set(key, {
          ...delivery,
          known: { ...delivery.known, stack: [...delivery.known.stack, ...steps.map((step) => step.id)], bytes },
        });
        return true;
      }
      stale.add(key);
      return false;
    },
    async drain(ms) {
      claiming = false;
      clearTimeout(timer?.handle);
      let timeout: NodeJS.Timeout | undefined;
      const expired = new Promise<void>((resolve) => (timeout = setTimeout(resolve, ms)));
      await Promise.race([Promise.allSettled(inFlight), expired]);
      clearTimeout(timeout);
      const left = [...held.values()];
      held.clear();
      if (left.length > 0) await store.release(left).catch(unreachable);
    },
    async stop() {
      if (claiming) await this.drain(0);
      clearTimeout(beatTimer);
      clearTimeout(retainTimer);
      await store.close();
    },
  };
}

const nextOf: NextTick = (expression, after) => nextTick(parseCron(expression), after);

function keyOf(delivery: Delivery): string {
  return `${delivery.itemId}.${delivery.token}`;
}

function isAwaited(listener: Listener, event: EngineEvent): boolean {
  if (listener.expression === undefined) return true;
  return parseExpression(listener.expression)({ event: JSON.parse(listener.event), async: event }) === true;
}

function readEvent(delivery: Delivery): EngineEvent {
  const raw: unknown = JSON.parse(delivery.payload ?? "{}");
  const ts = field(raw, "ts");
  return {
    ...(typeof raw === "object" ? raw : {}),
    id: textField(raw, "id") ?? delivery.runId,
    name: textField(raw, "name") ?? "",
    data: field(raw, "data"),
    ts: typeof ts === "number" ? ts : Date.now(),
  };
}

import { callFunction, type Handler } from "./call-function.ts";
import type { FunctionConfig } from "./config.ts";
import type { Surroundings } from "./decide/change.ts";
import { decideAnswer } from "./decide/decide-answer.ts";
import { decideCheckpoint } from "./decide/decide-checkpoint.ts";
import { decideFact, decidePoisoned, maxDeliveries } from "./decide/decide-fact.ts";
import { toEnd } from "./endings.ts";
import { parseExpression } from "./expression.ts";
import { field, listField, textField } from "./field.ts";
import { readOps } from "./protocol.ts";
import { isCall, suspectAfter, type Change, type Delivery, type Known, type Listener, type Store } from "./store.ts";
import { cancels, toArrival, toRun, type EngineEvent } from "./triggers.ts";
import { ulid } from "./ulid.ts";

/** What handling a delivery needs. */
export interface HandlerParts {
  readonly store: Store;
  readonly handler: Handler;
  readonly functions: ReadonlyMap<string, FunctionConfig>;
  readonly checkpointing: boolean;
  /** Called when there is something to do in `delayMs`. */
  readonly wake: (delayMs?: number) => void;
}

/** Acts on deliveries, and remembers those in hand. */
export interface DeliveryHandler {
  /** See to a delivery: call its function or apply its fact, and settle. */
  handle(delivery: Delivery): Promise<void>;
  /** Store the steps of a call that goes on; false when the call must stop. */
  checkpoint(runId: string, body: unknown): Promise<boolean>;
  /** The deliveries in hand. */
  held(): Delivery[];
  /** Forget the deliveries in hand: what their calls still say is not heard. */
  letGo(): void;
}

/** True for a call that may have ended its process before. */
export function isSuspect(delivery: Delivery): boolean {
  return isCall(delivery) && delivery.deliveries > suspectAfter;
}

/** The part of the engine that knows what each kind of queue item is for. */
export function createDeliveryHandler({
  store,
  handler,
  functions,
  checkpointing,
  wake,
}: HandlerParts): DeliveryHandler {
  const inHand = new Map<string, Delivery>();
  const refused = new Set<string>();

  async function handle(delivery: Delivery): Promise<void> {
    const key = keyOf(delivery);
    inHand.set(key, delivery);
    try {
      if (delivery.purpose === "event") return await deliverEvent(delivery);
      if (delivery.purpose === "lifecycle") return await emit(delivery);
      // A fact may reach a run that has ended meanwhile.
      if (delivery.known?.status !== "running") return await store.drop(delivery);
      if (!isCall(delivery)) return await settle(delivery, (known) => decideFact(delivery, known, around(delivery)));
      if (delivery.deliveries > maxDeliveries)
        return await settle(delivery, (known) => decidePoisoned(delivery, known, around(delivery)));
      return await call(key, delivery, delivery.known);
    } finally {
      inHand.delete(key);
      refused.delete(key);
    }
  }

  async function call(key: string, delivery: Delivery, known: Known): Promise<void> {
    const fn = functions.get(delivery.functionId);
    const maxAttempts = fn?.maxAttempts ?? 1;
    const isWatched = fn?.finishWithinMs !== undefined || fn?.startWithinMs !== undefined;
    if (isWatched && !known.started) await store.begin(delivery, fn.finishWithinMs);
    // After a lost delivery the step at fault is not known: planned, it becomes an item with deliveries of its own.
    const planOnly = known.pending.length > 0 || delivery.deliveries > 1;
    const answer = await callFunction(handler, delivery, { maxAttempts, planOnly, checkpointing });
    const current = inHand.get(key);
    if (current === undefined) return undefined;
    if (refused.has(key)) return store.release([current]);
    return settle(current, (latest) => decideAnswer(current, latest, answer, around(current)));
  }

  async function checkpoint(runId: string, body: unknown): Promise<boolean> {
    const key = textField(body, "qi_id") ?? "";
    const delivery = inHand.get(key);
    if (delivery?.known === undefined || delivery.runId !== runId || refused.has(key)) return false;
    const { steps, end } = decideCheckpoint(delivery.known, readOps(listField(body, "steps")), around(delivery));
    if (end !== undefined) await settle(delivery, () => end);
    else if (await store.append(delivery, steps)) {
      const bytes = steps.reduce((sum, step) => sum + Buffer.byteLength(step.value), delivery.known.bytes);
      const stack = [...delivery.known.stack, ...steps.map((step) => step.id)];
      inHand.set(key, { ...delivery, known: { ...delivery.known, stack, bytes } });
      return true;
    }
    refused.add(key);
    return false;
  }

  async function settle(delivery: Delivery, decide: (known: Known) => Change): Promise<void> {
    let change: Change | undefined;
    if (!(await store.settle(delivery, (known) => (change = decide(known)))) || change === undefined) return;
    const delays = [...dueAfter(change, delivery)];
    if (delays.length > 0) wake(Math.min(...delays));
  }

  function around(delivery: Delivery): Surroundings {
    return {
      maxAttempts: functions.get(delivery.functionId)?.maxAttempts ?? 1,
      invoke(functionId, payload) {
        const fn = functions.get(functionId);
        if (fn === undefined) return undefined;
        const given = typeof payload === "object" ? payload : {};
        const event: EngineEvent = {
          ...given,
          id: ulid(),
          name: "inngest/function.invoked",
          data: field(payload, "data") ?? {},
          ts: Date.now(),
        };
        // An idempotency key would leave the invoking step waiting for a run that was never created.
        const { onceKey: _, ...run } = toRun(fn, event, 0);
        return run;
      },
      end: (status, outcome) => toEnd(status, outcome, delivery, functions.values()),
    };
  }

  async function deliverEvent(delivery: Delivery): Promise<void> {
    const event = readEvent(delivery);
    const fn = functions.get(delivery.functionId);
    const resumed = fn === undefined ? (await store.waiting(event.name)).filter((one) => isAwaited(one, event)) : [];
    const cancelled = fn === undefined ? [] : (await store.alive(fn.id)).filter((one) => cancels(fn, one, event));
    await store.deliver(delivery, resumed, cancelled);
    if (resumed.length + cancelled.length > 0) wake();
  }

  async function emit(delivery: Delivery): Promise<void> {
    const event = readEvent(delivery);
    const fn = functions.get(delivery.functionId);
    const origin = { dedupeId: `${delivery.runId} ${delivery.stepId}`, id: event.id, delayMs: 0 };
    const { runs, ...arrival } = toArrival(event, origin, fn === undefined ? [] : [fn]);
    await store.receive([{ ...arrival, runs, cancels: [] }]);
    await store.drop(delivery);
    wake();
  }

  return { handle, checkpoint, held: () => [...inHand.values()], letGo: () => inHand.clear() };
}

function* dueAfter(change: Change, delivery: Delivery): Generator<number> {
  for (const item of change.enqueue) yield item.delayMs;
  if (change.children.length > 0 || change.pauses.some((pause) => pause.signal !== undefined)) yield 0;
  if (change.end === undefined && change.item !== "done") yield change.item.delayMs;
  if (
    change.end !== undefined &&
    (delivery.known?.parent !== undefined ||
      change.end.events.some((event) => event.triggers.length + event.cancels.length > 0))
  )
    yield 0;
}

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

import type { FunctionConfig } from "./config.ts";
import type { Scope } from "./expression.ts";
import { toJson } from "./field.ts";
import type { Arrival, Listener, NewRun } from "./store.ts";
import { ulid } from "./ulid.ts";

/** An event as functions see it. */
export interface EngineEvent {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly ts: number;
}

/** Where an event is known from, besides its content. */
export interface Origin {
  readonly dedupeId: string;
  /** The executor's own id of the event, which differs from a caller's. */
  readonly id: string;
  /** Runs start this much later. */
  readonly delayMs: number;
}

/** The event together with every run it triggers. */
export function toArrival(event: EngineEvent, origin: Origin, functions: Iterable<FunctionConfig>): Arrival {
  const runs: NewRun[] = [];
  const cancels: string[] = [];
  for (const fn of functions) {
    if (fn.cancelOn.some((cancel) => cancel.event === event.name)) cancels.push(fn.id);
    const triggered = fn.triggers.some(
      (trigger) => matches(trigger.event, event.name) && (trigger.condition?.({ event }) ?? true) === true,
    );
    if (triggered) runs.push(toRun(fn, event, origin.delayMs));
  }
  return { dedupeId: origin.dedupeId, id: origin.id, name: event.name, event: toJson(event), cancels, runs };
}

/** A run of this function, triggered by this event. */
export function toRun(fn: FunctionConfig, event: EngineEvent, delayMs: number): NewRun {
  return {
    id: ulid(),
    functionId: fn.id,
    event: toJson(event),
    slotKeys: slotKeys(fn, { event }),
    delayMs,
    ...(fn.onceKey === undefined ? {} : { onceKey: toJson(fn.onceKey({ event })) }),
    ...(fn.startWithinMs === undefined ? {} : { startWithinMs: fn.startWithinMs }),
  };
}

/** What holds a place while a call runs, one key for each limit of the function. */
export function slotKeys(fn: FunctionConfig, scope: Scope): string[] {
  return fn.concurrency.map(({ name, key }) => (key === undefined ? name : `${name}:${toJson(key(scope))}`));
}

/** True when the event cancels a listening run of the function. */
export function cancels(fn: FunctionConfig, listener: Listener, event: EngineEvent): boolean {
  const scope = { event: JSON.parse(listener.event), async: event };
  return fn.cancelOn.some(
    (cancel) =>
      cancel.event === event.name &&
      listener.ageMs <= (cancel.withinMs ?? Infinity) &&
      (cancel.condition?.(scope) ?? true) === true,
  );
}

// A trigger may end in a wildcard segment ("app/user.*"), as on an Inngest server.
function matches(pattern: string, name: string): boolean {
  return pattern === name || (pattern.endsWith("*") && name.startsWith(pattern.slice(0, -1)));
}

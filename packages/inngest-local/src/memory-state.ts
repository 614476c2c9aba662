import type { Known, NewRun, Purpose, StoredStep } from "./store.ts";

/** A run held in memory. */
export interface MemoryRun extends Known {
  readonly id: string;
  readonly functionId: string;
  readonly event: string;
  readonly slotKeys: readonly string[];
  readonly createdAt: number;
  readonly steps: Map<string, StoredStep>;
  endedAt?: number;
}

/** A queue item held in memory. */
export interface MemoryItem {
  readonly id: string;
  readonly runId: string;
  readonly stepId: string;
  readonly functionId: string;
  readonly purpose: Purpose;
  readonly slotKeys: readonly string[];
  readonly payload?: string;
  attempt: number;
  deliveries: number;
  availableAt: number;
  token?: string;
}

/** A step waiting for an event or a signal. */
export interface MemoryPause {
  readonly runId: string;
  readonly stepId: string;
  readonly functionId: string;
  readonly eventName?: string;
  readonly expression?: string;
  readonly signal?: string;
}

/** Everything a memory store holds. */
export interface Memory {
  readonly runs: Map<string, MemoryRun>;
  /** By run, step and purpose, in the order of their creation. */
  readonly queue: Map<string, MemoryItem>;
  readonly pauses: Map<string, MemoryPause>;
  readonly enqueue: (
    item: Omit<MemoryItem, "id" | "attempt" | "deliveries" | "availableAt">,
    options?: { delayMs?: number; attempt?: number; deliveries?: number },
  ) => void;
  readonly start: (run: NewRun, parent?: { runId: string; stepId: string }) => void;
  readonly now: () => number;
}

/** The key of an item, or with an empty purpose of a pause. */
export function keyOf(runId: string, stepId: string, purpose: Purpose | ""): string {
  return `${runId} ${purpose} ${stepId}`;
}

/** An empty memory. */
export function createMemory(): Memory {
  const runs = new Map<string, MemoryRun>();
  const queue = new Map<string, MemoryItem>();
  const now = (): number => Date.now();
  let lastId = 0;
  const enqueue: Memory["enqueue"] = (item, { delayMs = 0, attempt = 0, deliveries = 0 } = {}) => {
    const key = keyOf(item.runId, item.stepId, item.purpose);
    if (queue.has(key)) return;
    lastId += 1;
    queue.set(key, { ...item, id: String(lastId), attempt, deliveries, availableAt: now() + delayMs });
  };
  return {
    runs,
    queue,
    pauses: new Map(),
    now,
    enqueue,
    start(run, parent) {
      const { id, functionId, event, slotKeys } = run;
      const known = {
        status: "running",
        version: 0,
        reqVersion: -1,
        started: false,
        stack: [],
        pending: [],
        joined: [],
        bytes: 0,
      } as const;
      runs.set(id, {
        ...known,
        id,
        functionId,
        event,
        slotKeys,
        createdAt: now(),
        steps: new Map(),
        ...(parent === undefined ? {} : { parent }),
      });
      enqueue({ runId: id, stepId: "step", functionId, purpose: "run", slotKeys }, { delayMs: run.delayMs });
      if (run.startWithinMs !== undefined)
        enqueue(
          { runId: id, stepId: "$start", functionId, purpose: "cancel", slotKeys: [] },
          { delayMs: run.delayMs + run.startWithinMs },
        );
    },
  };
}

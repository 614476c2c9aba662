import { applyChange, tell } from "./memory-change.ts";
import { createMemory, keyOf, type MemoryItem, type MemoryRun } from "./memory-state.ts";
import {
  isCall,
  type ClaimRequest,
  type CronEntry,
  type Delivery,
  type Known,
  type Listener,
  type Store,
} from "./store.ts";

const dayMs = 86_400_000;

/** Engine runs in the memory of this process: nothing outlives it, and nothing is shared. */
export function memoryStore(): Store {
  const memory = createMemory();
  const { runs, queue, pauses, now } = memory;
  const seen = new Map<string, number>();
  const once = new Map<string, number>();
  const crons = new Map<string, CronEntry & { nextAt: number }>();

  const leased = (delivery: Delivery): MemoryItem | undefined => {
    const item = queue.get(keyOf(delivery.runId, delivery.stepId, delivery.purpose));
    return item?.token === delivery.token && item.id === delivery.itemId ? item : undefined;
  };
  const isFree = (item: MemoryItem, request: ClaimRequest): boolean =>
    item.slotKeys.every((key, index) => {
      const taken = [...queue.values()].filter(
        (other) => other.token !== undefined && other.slotKeys.includes(key),
      ).length;
      return taken < (request.limits.get(item.functionId)?.[index] ?? 1);
    });
  const due = (request: ClaimRequest): MemoryItem[] =>
    [...queue.values()]
      .filter(
        (item) => item.token === undefined && (item.functionId === "" || request.functionIds.includes(item.functionId)),
      )
      .toSorted((a, b) => a.availableAt - b.availableAt || Number(a.id) - Number(b.id));

  const listenerOf = (run: MemoryRun): Listener => ({
    runId: run.id,
    functionId: run.functionId,
    event: run.event,
    ageMs: now() - run.createdAt,
  });

  const store: Store = {
    async open() {},
    async receive(arrivals) {
      for (const arrival of arrivals) {
        if ((seen.get(arrival.dedupeId) ?? -Infinity) > now() - dayMs) continue;
        seen.set(arrival.dedupeId, now());
        for (const run of arrival.runs) {
          const key = run.onceKey === undefined ? undefined : `${run.functionId} ${run.onceKey}`;
          if (key !== undefined && (once.get(key) ?? -Infinity) > now() - dayMs) continue;
          if (key !== undefined) once.set(key, now());
          memory.start(run);
        }
        tell(memory, arrival.id, arrival.name, arrival.event, arrival.cancels);
      }
    },
    async claim(request) {
      let calls = request.calls;
      const claimed: Delivery[] = [];
      for (const item of due(request)) {
        if (item.availableAt > now()) break;
        if (isCall(item) && (calls <= 0 || !isFree(item, request))) continue;
        if (isCall(item)) calls -= 1;
        item.token = crypto.randomUUID();
        item.deliveries += 1;
        claimed.push(toDelivery(item, item.token, runs.get(item.runId)));
      }
      return claimed;
    },
    async begin(delivery, finishMs) {
      const run = runs.get(delivery.runId);
      if (run === undefined || run.started) return;
      runs.set(run.id, { ...run, started: true });
      if (finishMs !== undefined)
        memory.enqueue(
          { runId: run.id, stepId: "$finish", functionId: run.functionId, purpose: "cancel", slotKeys: [] },
          { delayMs: finishMs },
        );
    },
    async append(delivery, steps) {
      const run = runs.get(delivery.runId);
      if (run === undefined || leased(delivery) === undefined || steps.some((step) => run.steps.has(step.id)))
        return false;
      for (const step of steps) run.steps.set(step.id, step);
      return true;
    },
    async settle(delivery, decide) {
      const item = leased(delivery);
      const run = runs.get(delivery.runId);
      if (item === undefined || run === undefined || run.status !== "running") return false;
      applyChange(memory, run, item, decide(knownOf(run)));
      return true;
    },
    async drop(delivery) {
      if (leased(delivery) !== undefined) queue.delete(keyOf(delivery.runId, delivery.stepId, delivery.purpose));
    },
    async waiting(eventName) {
      return [...pauses.values()].flatMap((pause) => {
        const run = runs.get(pause.runId);
        if (pause.eventName !== eventName || run === undefined) return [];
        return [
          {
            ...listenerOf(run),
            stepId: pause.stepId,
            ...(pause.expression === undefined ? {} : { expression: pause.expression }),
          },
        ];
      });
    },
    async alive(functionId) {
      return [...runs.values()]
        .filter((run) => run.status === "running" && run.functionId === functionId)
        .map(listenerOf);
    },
    async deliver(delivery, resumed, cancelled) {
      const item = leased(delivery);
      if (item === undefined) return;
      queue.delete(keyOf(delivery.runId, delivery.stepId, delivery.purpose));
      for (const { runId, stepId = "", functionId } of resumed) {
        if (pauses.delete(keyOf(runId, stepId, "")))
          memory.enqueue({
            runId,
            stepId,
            functionId,
            purpose: "resume",
            slotKeys: [],
            payload: `{"data":${item.payload ?? "null"}}`,
          });
      }
      for (const { runId, functionId } of cancelled)
        memory.enqueue({ runId, stepId: "$cancel", functionId, purpose: "cancel", slotKeys: [] });
    },
    async signal(name, payload) {
      const pause = [...pauses.values()].find((waiting) => waiting.signal === name);
      if (pause === undefined) return undefined;
      pauses.delete(keyOf(pause.runId, pause.stepId, ""));
      memory.enqueue({
        runId: pause.runId,
        stepId: pause.stepId,
        functionId: pause.functionId,
        purpose: "resume",
        slotKeys: [],
        payload,
      });
      return pause.runId;
    },
    async plan(_functionIds, entries, next) {
      for (const cron of entries)
        crons.set(`${cron.functionId} ${cron.expression}`, {
          ...cron,
          nextAt: next(cron.expression, new Date(now())).getTime(),
        });
    },
    async tick(_functionIds, next, arrival) {
      const ready = [...crons.values()].filter((cron) => cron.nextAt <= now());
      for (const cron of ready) {
        await store.receive([arrival(cron, new Date(cron.nextAt))]);
        cron.nextAt = next(cron.expression, new Date(now())).getTime();
      }
      return ready.length > 0;
    },
    async beat(request) {
      const instants = [
        ...due(request)
          .filter((item) => isFree(item, request))
          .map((item) => item.availableAt),
        ...[...crons.values()].map((cron) => cron.nextAt),
      ];
      return instants.length === 0 ? {} : { nextInMs: Math.max(0, Math.min(...instants) - now()) };
    },
    async release(deliveries) {
      for (const delivery of deliveries) {
        const item = leased(delivery);
        if (item === undefined) continue;
        delete item.token;
        item.deliveries -= 1;
      }
    },
    async nudge() {},
    async retain() {
      for (const run of runs.values()) if ((run.endedAt ?? Infinity) < now() - dayMs) runs.delete(run.id);
      for (const [id, at] of seen) if (at < now() - dayMs) seen.delete(id);
      for (const [key, at] of once) if (at < now() - dayMs) once.delete(key);
    },
    async isWaiting(runId) {
      const items = [...queue.values()].filter((item) => item.runId === runId);
      if (items.some((item) => item.token !== undefined && isCall(item))) return false;
      const isPlanned = items.some(
        (item) => item.token === undefined && !["cancel", "lifecycle", "event"].includes(item.purpose),
      );
      const hasChild = [...runs.values()].some((run) => run.parent?.runId === runId && run.status === "running");
      return isPlanned || hasChild || [...pauses.values()].some((pause) => pause.runId === runId);
    },
    async close() {},
  };
  return store;
}

function knownOf(run: MemoryRun): Known {
  const bytes = [...run.steps.values()].reduce((sum, step) => sum + step.value.length, 0);
  return { ...run, stack: [...run.steps.keys()], bytes };
}

function toDelivery(item: MemoryItem, token: string, run: MemoryRun | undefined): Delivery {
  const steps = [...(run?.steps.values() ?? [])].map(
    (step) => `${JSON.stringify(step.id)}:{"type":"${step.kind}","${step.kind}":${step.value}}`,
  );
  const { runId, stepId, functionId, purpose, attempt, deliveries, slotKeys } = item;
  return {
    itemId: item.id,
    token,
    runId,
    stepId,
    functionId,
    purpose,
    attempt,
    deliveries,
    slotKeys,
    event: run?.event ?? "null",
    steps: `{${steps.join(",")}}`,
    ...(item.payload === undefined ? {} : { payload: item.payload }),
    ...(run === undefined ? {} : { known: knownOf(run) }),
  };
}

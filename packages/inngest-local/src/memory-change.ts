import { keyOf, type Memory, type MemoryItem, type MemoryRun } from "./memory-state.ts";
import type { Change, NewPause, RunEnd } from "./store.ts";

/** Apply a decided change to a run in memory: the counterpart of the Postgres store's one statement. */
export function applyChange(memory: Memory, run: MemoryRun, item: MemoryItem, change: Change): void {
  const { queue, pauses } = memory;
  for (const step of change.store) {
    if (run.steps.has(step.id)) continue;
    run.steps.set(step.id, step);
    pauses.delete(keyOf(run.id, step.id, ""));
    for (const [key, other] of queue)
      if (other.runId === run.id && other.stepId === step.id && other !== item) queue.delete(key);
  }
  const status = change.end?.status ?? "running";
  const next: MemoryRun = {
    ...run,
    status,
    version: run.version + 1,
    reqVersion: change.reqVersion,
    pending: change.pending,
    joined: change.joined,
    ...(change.end === undefined ? {} : { endedAt: memory.now() }),
  };
  memory.runs.set(run.id, next);

  if (change.end !== undefined) return applyEnd(memory, next, change.end);
  if (change.item === "done") queue.delete(keyOf(item.runId, item.stepId, item.purpose));
  else {
    Object.assign(item, {
      attempt: change.item.attempt,
      deliveries: 0,
      availableAt: memory.now() + change.item.delayMs,
    });
    delete item.token;
  }
  for (const { stepId, purpose, payload, ...options } of change.enqueue) {
    const slotKeys = purpose === "run" || purpose === "step" ? run.slotKeys : [];
    memory.enqueue(
      {
        runId: run.id,
        stepId,
        functionId: run.functionId,
        purpose,
        slotKeys,
        ...(payload === undefined ? {} : { payload }),
      },
      options,
    );
  }
  for (const pause of change.pauses) applyPause(memory, run, pause);
  for (const child of change.children) memory.start(child, { runId: run.id, stepId: child.stepId });
}

/** Leave word of an event for the steps that wait for it and for the functions it may cancel. */
export function tell(memory: Memory, id: string, name: string, event: string, cancels: readonly string[]): void {
  const isAwaited = [...memory.pauses.values()].some((pause) => pause.eventName === name);
  for (const functionId of isAwaited ? ["", ...cancels] : cancels)
    memory.enqueue({
      runId: id,
      stepId: `${name} ${functionId}`,
      functionId,
      purpose: "event",
      slotKeys: [],
      payload: event,
    });
}

function applyPause(memory: Memory, run: MemoryRun, { onConflict, ...pause }: NewPause): void {
  const { pauses } = memory;
  const rival =
    pause.signal === undefined ? undefined : [...pauses.values()].find((other) => other.signal === pause.signal);
  const resume = (runId: string, stepId: string, functionId: string, payload: string): void =>
    memory.enqueue({ runId, stepId, functionId, purpose: "resume", slotKeys: [], payload });
  if (rival !== undefined && onConflict !== "replace") {
    const message = "Another step already waits for this signal.";
    return resume(
      run.id,
      pause.stepId,
      run.functionId,
      JSON.stringify({ error: { name: "SignalConflict", message, stack: "" } }),
    );
  }
  if (rival !== undefined) {
    pauses.delete(keyOf(rival.runId, rival.stepId, ""));
    resume(rival.runId, rival.stepId, rival.functionId, '{"data":null}');
  }
  pauses.set(keyOf(run.id, pause.stepId, ""), { ...pause, runId: run.id, functionId: run.functionId });
}

function applyEnd(memory: Memory, run: MemoryRun, end: RunEnd): void {
  for (const [key, item] of memory.queue) if (item.runId === run.id) memory.queue.delete(key);
  for (const [key, pause] of memory.pauses) if (pause.runId === run.id) memory.pauses.delete(key);
  const parent = run.parent === undefined ? undefined : memory.runs.get(run.parent.runId);
  if (parent?.status === "running" && run.parent !== undefined) {
    memory.enqueue({
      runId: parent.id,
      stepId: run.parent.stepId,
      functionId: parent.functionId,
      purpose: "resume",
      slotKeys: [],
      payload: end.result,
    });
  }
  for (const { name, event, triggers, cancels } of end.events) {
    for (const functionId of triggers)
      memory.enqueue({
        runId: run.id,
        stepId: `${name} ${functionId}`,
        functionId,
        purpose: "lifecycle",
        slotKeys: [],
        payload: event,
      });
    tell(memory, run.id, name, event, cancels);
  }
}

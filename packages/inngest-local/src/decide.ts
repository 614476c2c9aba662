import { backoffMs } from "./backoff.ts";
import { durationMs } from "./duration.ts";
import { parseExpression } from "./expression.ts";
import { field, textField, toJson } from "./field.ts";
import { errorJson, type Answer, type Op } from "./protocol.ts";
import {
  discoveryStepId,
  type Change,
  type Delivery,
  type Known,
  type NewItem,
  type NewPause,
  type NewRun,
  type RunEnd,
  type StoredStep,
} from "./store.ts";

/** What deciding needs besides the run itself. */
export interface Surroundings {
  readonly maxAttempts: number;
  /** The run to create for an invocation; undefined when there is no such function. */
  readonly invoke: (functionId: string, payload: unknown) => NewRun | undefined;
  /** Turns an ending into everything the rest of the engine is told about it. */
  readonly end: (status: RunEnd["status"], outcome: { output?: string; error?: string }) => RunEnd;
}

/** A step of 4 MB, a run of 32 MB and of 1,000 steps: the limits of an Inngest server. */
export const maxStepBytes = 4 * 1024 * 1024;
const maxRunBytes = 32 * 1024 * 1024;
const maxSteps = 1000;
/** An item leased this often without an answer is what ends its process. */
export const maxDeliveries = 5;

const plannedOps = new Set(["StepPlanned", "Sleep", "WaitForEvent", "WaitForSignal", "InvokeFunction"]);
const knownOps = new Set([...plannedOps, "StepRun", "StepError", "StepFailed", "RunComplete", "DiscoveryRequest"]);

/** What an answer to a call means for the run. */
export function decideAnswer(delivery: Delivery, known: Known, answer: Answer, around: Surroundings): Change {
  const base = unchanged(known, answer.reqVersion);
  const isLastAttempt = delivery.attempt + 1 >= around.maxAttempts;
  const later = {
    attempt: delivery.attempt + 1,
    delayMs: ("retryAfterMs" in answer ? answer.retryAfterMs : undefined) ?? backoffMs(delivery.attempt),
  };

  if (answer.kind === "complete") return { ...base, end: around.end("completed", { output: answer.output }) };
  if (answer.kind === "error") {
    if (!answer.noRetry && !isLastAttempt) return { ...base, item: later };
    return { ...base, end: around.end("failed", { error: answer.error }) };
  }

  const refused = answer.ops.find((op) => !knownOps.has(op.op));
  if (refused !== undefined)
    return {
      ...base,
      end: around.end("failed", {
        error: errorJson("NonRetriableError", `The embedded executor does not support the operation ${refused.op}.`),
      }),
    };

  const retried = answer.ops.some((op) => op.op === "StepError" && !answer.noRetry && !isLastAttempt);
  const store = answer.ops
    .flatMap((op) => (retried && op.op === "StepError" ? [] : storedStep(op)))
    .filter((step) => !known.stack.includes(step.id));
  const planned = answer.ops.filter((op) => plannedOps.has(op.op));
  const fresh = planned.filter((op) => !known.stack.includes(op.id) && !known.pending.includes(op.id));
  const joins =
    fresh.length > 1 &&
    answer.reqVersion !== 1 &&
    fresh.some((op) => op.op === "StepPlanned") &&
    !fresh.some((op) => field(op.opts, "parallelMode") === "race");

  const done = progress(
    { ...base, store, ...(joins ? { joined: fresh.map((op) => op.id) } : {}) },
    fresh.map((op) => op.id),
  );
  const complete = answer.ops.find((op) => op.op === "RunComplete");
  if (complete !== undefined && !retried)
    return limited({ ...done, end: around.end("completed", { output: complete.data }) }, known, around);

  // Planned before this call knew its result: the function must be called again to see it.
  const overtaken = planned.some((op) => known.stack.includes(op.id));
  const callAgain = overtaken || answer.ops.some((op) => op.op === "DiscoveryRequest") || readyAfter(known, done);
  const change = fresh.reduce((sum, op) => withPlanned(sum, op, delivery, around), done);
  if (retried) return limited({ ...change, item: later }, known, around);
  if (callAgain || change.store.length > done.store.length)
    return limited(calledAgain(change, delivery), known, around);
  if (change.pending.length === 0)
    return {
      ...change,
      end: around.end("failed", {
        error: errorJson("NonRetriableError", "The function answered without saying what comes next."),
      }),
    };
  return limited(change, known, around);
}

/** What a fact (a timer, an event, the end of an invoked run, a cancellation) means for the run. */
export function decideFact(delivery: Delivery, known: Known, around: Surroundings): Change {
  const base = unchanged(known, known.reqVersion);
  if (delivery.purpose === "cancel") {
    if (delivery.stepId === startTimeoutId && known.started) return base;
    return {
      ...base,
      end: around.end("cancelled", { error: errorJson("FunctionCancelled", "The run was cancelled.") }),
    };
  }
  if (!known.pending.includes(delivery.stepId)) return base;
  const change = progress({ ...base, store: [payloadStep(delivery)] }, []);
  return limited(readyAfter(known, change) ? calledAgain(change, delivery) : change, known, around);
}

/** What it means that an item was leased again and again and its process never lived to answer. */
export function decidePoisoned(delivery: Delivery, known: Known, around: Surroundings): Change {
  const base = unchanged(known, known.reqVersion);
  const error = errorJson(
    "poisoned",
    `Delivered ${maxDeliveries} times without an answer: the process ended each time.`,
  );
  if (delivery.purpose !== "step") return { ...base, end: around.end("failed", { error }) };
  const change = progress({ ...base, store: [{ id: delivery.stepId, kind: "error", value: error }] }, []);
  return readyAfter(known, change) ? calledAgain(change, delivery) : change;
}

/** Step ids of the timers that watch over a whole run. */
export const startTimeoutId = "$start";
export const finishTimeoutId = "$finish";

function unchanged(known: Known, reqVersion: number): Change {
  return {
    store: [],
    pending: known.pending,
    joined: known.joined,
    reqVersion: reqVersion === -1 ? known.reqVersion : reqVersion,
    item: "done",
    enqueue: [],
    pauses: [],
    children: [],
  };
}

function progress(change: Change, added: readonly string[]): Change {
  const stored = new Set(change.store.map((step) => step.id));
  const open = (id: string): boolean => !stored.has(id);
  return { ...change, pending: [...change.pending, ...added].filter(open), joined: change.joined.filter(open) };
}

// A result calls for another look at the function, unless it belongs to a group that is still incomplete.
function readyAfter(known: Known, change: Change): boolean {
  return (
    change.store.some((step) => !known.joined.includes(step.id)) ||
    (change.store.length > 0 && change.joined.length === 0)
  );
}

function calledAgain(change: Change, delivery: Delivery): Change {
  if (delivery.purpose === "run") return { ...change, item: { attempt: 0, delayMs: 0 } };
  return { ...change, enqueue: [...change.enqueue, { stepId: discoveryStepId, purpose: "run", delayMs: 0 }] };
}

function storedStep(op: Op): StoredStep[] {
  if (op.op === "StepRun") return [{ id: op.id, kind: "data", value: op.data }];
  if (op.op === "StepError" || op.op === "StepFailed")
    return [{ id: op.id, kind: "error", value: op.error ?? errorJson("Error", "The step failed.") }];
  return [];
}

function payloadStep(delivery: Delivery): StoredStep {
  const payload: unknown = JSON.parse(delivery.payload ?? '{"data":null}');
  const error = field(payload, "error");
  return error === undefined
    ? { id: delivery.stepId, kind: "data", value: toJson(field(payload, "data")) }
    : { id: delivery.stepId, kind: "error", value: toJson(error) };
}

function withPlanned(change: Change, op: Op, delivery: Delivery, around: Surroundings): Change {
  try {
    if (op.op === "StepPlanned") return enqueued(change, stepItem(op, delivery));
    if (op.op === "Sleep")
      return enqueued(change, {
        stepId: op.id,
        purpose: "wake",
        delayMs: durationMs(textField(op.opts, "duration") ?? op.name),
        payload: '{"data":null}',
      });
    if (op.op === "InvokeFunction") return withInvocation(change, op, around);
    return withPause(change, op);
  } catch (error) {
    // What the function asked for cannot be done: its own code may catch that.
    const message = error instanceof Error ? error.message : String(error);
    return progress(
      { ...change, store: [...change.store, { id: op.id, kind: "error", value: errorJson("Error", message) }] },
      [],
    );
  }
}

// A call that only plans takes over the retries and the lost deliveries of the step it stands for.
function stepItem(op: Op, delivery: Delivery): NewItem {
  return {
    stepId: op.id,
    purpose: "step",
    delayMs: 0,
    attempt: delivery.purpose === "run" && delivery.deliveries > 1 ? delivery.attempt : 0,
    deliveries: Math.max(0, delivery.deliveries - 1),
  };
}

function withInvocation(change: Change, op: Op, around: Surroundings): Change {
  const functionId = textField(op.opts, "function_id") ?? "";
  const child = around.invoke(functionId, field(op.opts, "payload"));
  if (child === undefined) throw new Error(`There is no function ${functionId} to invoke.`);
  const timeout = textField(op.opts, "timeout");
  const children = [...change.children, { ...child, stepId: op.id }];
  if (timeout === undefined) return { ...change, children };
  const payload = toJson({
    error: JSON.parse(errorJson("InvokeTimeout", `The invoked function did not end within ${timeout}.`)),
  });
  return enqueued(
    { ...change, children },
    { stepId: op.id, purpose: "timeout", delayMs: durationMs(timeout), payload },
  );
}

function withPause(change: Change, op: Op): Change {
  const timeout = textField(op.opts, "timeout");
  const condition = textField(op.opts, "if");
  if (condition !== undefined) parseExpression(condition);
  const signal = textField(op.opts, "signal") ?? op.name;
  const pause: NewPause =
    op.op === "WaitForSignal"
      ? { stepId: op.id, signal, onConflict: textField(op.opts, "conflict") === "replace" ? "replace" : "fail" }
      : { stepId: op.id, eventName: op.name, ...(condition === undefined ? {} : { expression: condition }) };
  const waiting = { ...change, pauses: [...change.pauses, pause] };
  return timeout === undefined
    ? waiting
    : enqueued(waiting, { stepId: op.id, purpose: "timeout", delayMs: durationMs(timeout), payload: '{"data":null}' });
}

function enqueued(change: Change, item: NewItem): Change {
  return { ...change, enqueue: [...change.enqueue, item] };
}

/** The change itself, or the end of the run when the change makes it larger than a run may be. */
export function limited(change: Change, known: Known, around: Pick<Surroundings, "end">): Change {
  const sizes = change.store.map((step) => Buffer.byteLength(step.value));
  const bytes = sizes.reduce((sum, size) => sum + size, known.bytes);
  const steps = known.stack.length + change.store.length + change.pending.length;
  const reason = sizes.some((size) => size > maxStepBytes)
    ? "A step's result is larger than 4 MB."
    : bytes > maxRunBytes
      ? "The results of all steps are larger than 32 MB."
      : steps > maxSteps
        ? "The run has more than 1,000 steps."
        : undefined;
  if (reason === undefined) return change;
  return {
    ...unchanged(known, change.reqVersion),
    end: around.end("failed", { error: errorJson("NonRetriableError", reason) }),
  };
}

import { durationMs } from "../duration.ts";
import { parseExpression } from "../expression.ts";
import { field, textField, toJson } from "../field.ts";
import { errorJson, type Op } from "../protocol.ts";
import type { Change, Delivery, NewItem, NewPause } from "../store.ts";
import { enqueued, progressed, type Surroundings } from "./change.ts";

const plannedOps = new Set(["StepPlanned", "Sleep", "WaitForEvent", "WaitForSignal", "InvokeFunction"]);
const nothing = '{"data":null}';

/** True for an operation that asks for something to be done, rather than reporting that it was. */
export function isPlanned(op: Op): boolean {
  return plannedOps.has(op.op);
}

/** The change that also does what the operation asks for; what cannot be done is an error of that step, which the function may catch. */
export function planned(change: Change, op: Op, delivery: Delivery, around: Surroundings): Change {
  try {
    if (op.op === "StepPlanned") return enqueued(change, stepItem(op, delivery));
    if (op.op === "Sleep")
      return enqueued(change, {
        stepId: op.id,
        purpose: "wake",
        delayMs: durationMs(textField(op.opts, "duration") ?? op.name),
        payload: nothing,
      });
    return op.op === "InvokeFunction" ? invoking(change, op, around) : pausing(change, op);
  } catch (error) {
    const value = errorJson("Error", error instanceof Error ? error.message : String(error));
    return progressed({ ...change, store: [...change.store, { id: op.id, kind: "error", value }] });
  }
}

// A call that only plans, made after a lost delivery, hands the step's retries and lost deliveries on to the step itself.
function stepItem(op: Op, delivery: Delivery): NewItem {
  const replans = delivery.purpose === "run" && delivery.deliveries > 1;
  return {
    stepId: op.id,
    purpose: "step",
    delayMs: 0,
    ...(replans ? { attempt: delivery.attempt, deliveries: delivery.deliveries - 1 } : {}),
  };
}

function invoking(change: Change, op: Op, around: Surroundings): Change {
  const functionId = textField(op.opts, "function_id") ?? "";
  const child = around.invoke(functionId, field(op.opts, "payload"));
  if (child === undefined) throw new Error(`There is no function ${functionId} to invoke.`);
  const invoked = { ...change, children: [...change.children, { ...child, stepId: op.id }] };
  const timeout = textField(op.opts, "timeout");
  if (timeout === undefined) return invoked;
  const error: unknown = JSON.parse(errorJson("InvokeTimeout", `The invoked function did not end within ${timeout}.`));
  return enqueued(invoked, {
    stepId: op.id,
    purpose: "timeout",
    delayMs: durationMs(timeout),
    payload: toJson({ error }),
  });
}

function pausing(change: Change, op: Op): Change {
  const timeout = textField(op.opts, "timeout");
  const waiting = {
    ...change,
    pauses: [...change.pauses, op.op === "WaitForSignal" ? signalPause(op) : eventPause(op)],
  };
  if (timeout === undefined) return waiting;
  return enqueued(waiting, { stepId: op.id, purpose: "timeout", delayMs: durationMs(timeout), payload: nothing });
}

function signalPause(op: Op): NewPause {
  const onConflict = textField(op.opts, "conflict") === "replace" ? "replace" : "fail";
  return { stepId: op.id, signal: textField(op.opts, "signal") ?? op.name, onConflict };
}

function eventPause(op: Op): NewPause {
  const condition = textField(op.opts, "if");
  if (condition !== undefined) parseExpression(condition);
  return { stepId: op.id, eventName: op.name, ...(condition === undefined ? {} : { expression: condition }) };
}

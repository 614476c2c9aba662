import { field, toJson } from "../field.ts";
import { errorJson } from "../protocol.ts";
import { startTimeoutId, type Change, type Delivery, type Known, type StoredStep } from "../store.ts";
import { calledAgain, isReady, limited, progressed, unchanged, type Surroundings } from "./change.ts";

/** An item leased this often without an answer is what ends its process. */
export const maxDeliveries = 5;

/** What a fact (a timer, an event, the end of an invoked run, a cancellation) means for the run. */
export function decideFact(delivery: Delivery, known: Known, around: Surroundings): Change {
  const base = unchanged(known);
  if (delivery.purpose === "cancel") {
    if (delivery.stepId === startTimeoutId && known.started) return base;
    return {
      ...base,
      end: around.end("cancelled", { error: errorJson("FunctionCancelled", "The run was cancelled.") }),
    };
  }
  return known.pending.includes(delivery.stepId) ? stored(delivery, known, payloadStep(delivery), around) : base;
}

/** What it means that an item was leased again and again and its process never lived to answer. */
export function decidePoisoned(delivery: Delivery, known: Known, around: Surroundings): Change {
  const error = errorJson(
    "poisoned",
    `Delivered ${maxDeliveries} times without an answer: the process ended each time.`,
  );
  if (delivery.purpose !== "step") return { ...unchanged(known), end: around.end("failed", { error }) };
  return stored(delivery, known, { id: delivery.stepId, kind: "error", value: error }, around);
}

function stored(delivery: Delivery, known: Known, step: StoredStep, around: Surroundings): Change {
  const change = progressed({ ...unchanged(known), store: [step] });
  return limited(isReady(known, change) ? calledAgain(change, delivery) : change, known, around);
}

function payloadStep(delivery: Delivery): StoredStep {
  const payload: unknown = JSON.parse(delivery.payload ?? '{"data":null}');
  const error = field(payload, "error");
  if (error !== undefined) return { id: delivery.stepId, kind: "error", value: toJson(error) };
  return { id: delivery.stepId, kind: "data", value: toJson(field(payload, "data")) };
}

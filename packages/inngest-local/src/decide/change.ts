import { errorJson } from "../protocol.ts";
import {
  discoveryStepId,
  type Change,
  type Delivery,
  type Known,
  type NewItem,
  type NewRun,
  type RunEnd,
} from "../store.ts";

/** What deciding needs besides the run itself. */
export interface Surroundings {
  readonly maxAttempts: number;
  /** The run to create for an invocation; undefined when there is no such function. */
  readonly invoke: (functionId: string, payload: unknown) => NewRun | undefined;
  /** Turns an ending into everything the rest of the engine is told about it. */
  readonly end: (status: RunEnd["status"], outcome: { output?: string; error?: string }) => RunEnd;
}

/** A step of 4 MB, a run of 32 MB and of 1,000 steps: the limits of an Inngest server. */
const maxStepBytes = 4 * 1024 * 1024;
const maxRunBytes = 32 * 1024 * 1024;
const maxSteps = 1000;

/** The change that only removes the delivered item. */
export function unchanged(known: Known, reqVersion: number = known.reqVersion): Change {
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

/** The change with its stored steps no longer outstanding, and `added` ones outstanding. */
export function progressed(change: Change, added: readonly string[] = []): Change {
  const stored = new Set(change.store.map((step) => step.id));
  const isOpen = (id: string): boolean => !stored.has(id);
  return { ...change, pending: [...change.pending, ...added].filter(isOpen), joined: change.joined.filter(isOpen) };
}

/** True when the stored steps call for another look at the function: not while they belong to a group that is incomplete. */
export function isReady(known: Known, change: Change): boolean {
  return (
    change.store.some((step) => !known.joined.includes(step.id)) ||
    (change.store.length > 0 && change.joined.length === 0)
  );
}

/** The change after which the function is called again at once. */
export function calledAgain(change: Change, delivery: Delivery): Change {
  if (delivery.purpose === "run") return { ...change, item: { attempt: 0, delayMs: 0 } };
  return enqueued(change, { stepId: discoveryStepId, purpose: "run", delayMs: 0 });
}

/** The change with one more queue item. */
export function enqueued(change: Change, item: NewItem): Change {
  return { ...change, enqueue: [...change.enqueue, item] };
}

/** The change that ends the run for good, whatever else was meant to happen. */
export function failed(known: Known, reqVersion: number, around: Pick<Surroundings, "end">, message: string): Change {
  return {
    ...unchanged(known, reqVersion),
    end: around.end("failed", { error: errorJson("NonRetriableError", message) }),
  };
}

/** The change itself, or the end of the run when the change makes it larger than a run may be. */
export function limited(change: Change, known: Known, around: Pick<Surroundings, "end">): Change {
  const sizes = change.store.map((step) => Buffer.byteLength(step.value));
  const refuse = (message: string): Change => failed(known, change.reqVersion, around, message);
  if (sizes.some((size) => size > maxStepBytes)) return refuse("A step's result is larger than 4 MB.");
  if (sizes.reduce((sum, size) => sum + size, known.bytes) > maxRunBytes)
    return refuse("The results of all steps are larger than 32 MB.");
  const steps = known.stack.length + change.store.length + change.pending.length;
  return steps > maxSteps ? refuse("The run has more than 1,000 steps.") : change;
}

import { backoffMs } from "../backoff.ts";
import { field } from "../field.ts";
import { errorJson, type Answer, type Op } from "../protocol.ts";
import type { Change, Delivery, Known, StoredStep } from "../store.ts";
import { calledAgain, failed, isReady, limited, progressed, unchanged, type Surroundings } from "./change.ts";
import { isPlanned, planned } from "./plan-op.ts";

const otherOps = new Set(["StepRun", "StepError", "StepFailed", "RunComplete", "DiscoveryRequest"]);

/** What an answer to a call means for the run. */
export function decideAnswer(delivery: Delivery, known: Known, answer: Answer, around: Surroundings): Change {
  const base = unchanged(known, answer.reqVersion);
  if (answer.kind === "complete") return { ...base, end: around.end("completed", { output: answer.output }) };

  const mayRetry = !answer.noRetry && delivery.attempt + 1 < around.maxAttempts;
  const later = { attempt: delivery.attempt + 1, delayMs: answer.retryAfterMs ?? backoffMs(delivery.attempt) };
  if (answer.kind === "ops") return decideOps(delivery, known, answer, around, mayRetry ? later : undefined);
  return mayRetry ? { ...base, item: later } : { ...base, end: around.end("failed", { error: answer.error }) };
}

type Later = Exclude<Change["item"], "done">;

function decideOps(
  delivery: Delivery,
  known: Known,
  answer: Answer & { kind: "ops" },
  around: Surroundings,
  later: Later | undefined,
): Change {
  const { ops, reqVersion } = answer;
  const refused = ops.find((op) => !isPlanned(op) && !otherOps.has(op.op));
  if (refused !== undefined) return failed(known, reqVersion, around, unsupported(refused));

  const retried = later !== undefined && ops.some((op) => op.op === "StepError");
  const store = ops
    .flatMap((op) => (retried && op.op === "StepError" ? [] : storedStep(op)))
    .filter((step) => !known.stack.includes(step.id));
  const fresh = ops.filter((op) => isPlanned(op) && !known.stack.includes(op.id) && !known.pending.includes(op.id));
  const freshIds = fresh.map((op) => op.id);
  const reported = progressed(
    { ...unchanged(known, reqVersion), store, ...(isJoined(fresh, reqVersion) ? { joined: freshIds } : {}) },
    freshIds,
  );

  const complete = ops.find((op) => op.op === "RunComplete");
  if (complete !== undefined && !retried)
    return limited({ ...reported, end: around.end("completed", { output: complete.data }) }, known, around);

  const change = fresh.reduce((sum, op) => planned(sum, op, delivery, around), reported);
  if (retried) return limited({ ...change, item: later }, known, around);
  // A step reported as new that is stored meanwhile: the function has yet to see its result.
  const overtaken = ops.some((op) => isPlanned(op) && known.stack.includes(op.id));
  const again =
    overtaken ||
    isReady(known, reported) ||
    change.store.length > store.length ||
    ops.some((op) => op.op === "DiscoveryRequest");
  if (again) return limited(calledAgain(change, delivery), known, around);
  if (change.pending.length === 0)
    return failed(known, reqVersion, around, "The function answered without saying what comes next.");
  return limited(change, known, around);
}

/** Why an operation ends the run. */
export function unsupported(op: Op): string {
  return `The embedded executor does not support the operation ${op.op}.`;
}

// Steps planned together are called for together, unless they race or the SDK asks for the older way.
function isJoined(fresh: readonly Op[], reqVersion: number): boolean {
  const races = fresh.some((op) => field(op.opts, "parallelMode") === "race");
  return fresh.length > 1 && !races && reqVersion !== 1 && fresh.some((op) => op.op === "StepPlanned");
}

function storedStep(op: Op): StoredStep[] {
  if (op.op === "StepRun") return [{ id: op.id, kind: "data", value: op.data }];
  if (op.op === "StepError" || op.op === "StepFailed")
    return [{ id: op.id, kind: "error", value: op.error ?? errorJson("Error", "The step failed.") }];
  return [];
}

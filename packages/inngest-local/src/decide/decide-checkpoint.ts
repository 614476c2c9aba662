import type { Op } from "../protocol.ts";
import type { Change, Known, StoredStep } from "../store.ts";
import { failed, limited, unchanged, type Surroundings } from "./change.ts";
import { unsupported } from "./decide-answer.ts";

/** The steps of a checkpoint, or the end of the run when it reports what cannot be done here or grows too large. */
export function decideCheckpoint(
  known: Known,
  ops: readonly Op[],
  around: Pick<Surroundings, "end">,
): { steps: StoredStep[]; end?: Change } {
  const steps = ops.map((op) => ({ id: op.id, kind: "data", value: op.data }) as const);
  const refused = ops.find((op) => op.op !== "StepRun");
  if (refused !== undefined) return { steps: [], end: failed(known, known.reqVersion, around, unsupported(refused)) };
  const change = limited({ ...unchanged(known), store: steps }, known, around);
  return change.end === undefined ? { steps } : { steps: [], end: change };
}

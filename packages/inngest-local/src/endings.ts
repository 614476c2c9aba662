import type { FunctionConfig } from "./config.ts";
import { toJson } from "./field.ts";
import type { Delivery, RunEnd } from "./store.ts";
import { toArrival, type EngineEvent } from "./triggers.ts";
import { ulid } from "./ulid.ts";

/**
 * Everything the end of a run tells the rest of the engine: the result for the
 * step that invoked it, and the lifecycle events of an Inngest server, of
 * which `inngest/function.failed` is what runs an onFailure handler.
 */
export function toEnd(
  status: RunEnd["status"],
  outcome: { output?: string; error?: string },
  delivery: Delivery,
  functions: Iterable<FunctionConfig>,
): RunEnd {
  const about = { function_id: delivery.functionId, run_id: delivery.runId, event: parsed(delivery.event) };
  const error = parsed(outcome.error);
  const result = parsed(outcome.output);
  const known = [...functions];
  const announce = (name: string, data: object): RunEnd["events"][number] => {
    const event: EngineEvent = { id: ulid(), name: `inngest/function.${name}`, data, ts: Date.now() };
    const { runs, cancels } = toArrival(event, { dedupeId: event.id, id: event.id, delayMs: 0 }, known);
    return { name: event.name, event: toJson(event), triggers: runs.map((run) => run.functionId), cancels };
  };
  const events =
    status === "completed"
      ? [announce("finished", { ...about, result })]
      : status === "failed"
        ? [announce("failed", { ...about, error }), announce("finished", { ...about, error })]
        : [announce("cancelled", { ...about, error })];
  return {
    status,
    ...outcome,
    events,
    result: status === "completed" ? `{"data":${outcome.output ?? "null"}}` : toJson({ error }),
  };
}

function parsed(json: string | undefined): unknown {
  return json === undefined ? null : JSON.parse(json);
}

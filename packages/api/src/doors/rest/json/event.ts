import { toRunId } from "../../../base/ids.ts";
import type { SessionEvent } from "../../../verbs/events/contract.ts";
import { snakeCase } from "../snake-case.ts";

/** An event as a stream's `data` carries it: where it belongs, and the fields of its kind beside. */
export interface EventJson {
  readonly seq: number;
  readonly run_id: string | null;
  readonly step: string | null;
  /** A higher attempt of a step voids what lower ones sent of it. */
  readonly attempt: number | null;
  readonly created_at: string;
  readonly [field: string]: unknown;
}

export function toEventJson(event: SessionEvent): EventJson {
  const payload = Object.entries(event.payload).map(([key, value]) => [
    snakeCase(key),
    key === "runId" ? shownRunId(value) : value,
  ]);
  return {
    seq: event.seq,
    run_id: shownRunId(event.runId),
    step: event.step,
    attempt: event.attempt,
    created_at: event.createdAt,
    ...Object.fromEntries(payload),
  };
}

function shownRunId(id: unknown): string | null {
  return typeof id === "string" ? toRunId(id) : null;
}

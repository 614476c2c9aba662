import { z } from "zod";
import { runCancelled, runRequested, type RunRequest } from "../../verbs/runs/job-events.ts";

export { runCancelled, runRequested };

const RunRequested = z.object({
  runId: z.string(),
  dispatchId: z.number(),
  userId: z.string(),
  kind: z.enum(["chat", "examples", "messages", "sequence"]),
});

/** Read the data of a `session/run.requested` event. */
export function readRunRequest(data: unknown): RunRequest {
  return RunRequested.parse(data);
}

const Failed = z.object({ run_id: z.string(), event: z.object({ data: z.unknown() }) });

/** Read an `inngest/function.failed` event: which engine run failed, and what it had been asked for. */
export function readFailure(data: unknown): { readonly engineRunId: string; readonly request: RunRequest } {
  const failed = Failed.parse(data);
  return { engineRunId: failed.run_id, request: readRunRequest(failed.event.data) };
}

import type { Failure } from "./classify-failure.ts";
import { ModelCallError, type ModelCallCode } from "./model-call-error.ts";
import type { ModelLink } from "./models/model-chain.ts";

/** Waits between executions of a step after a server error (durability.md §2.3), and the longest one a provider may ask for. */
const pausesMs = [1_000, 3_000, 8_000];
const longestWaitMs = 60_000;
/** Executions of one step, the first included: the executor's `retries: 3` on every function. */
const executionsPerStep = 4;

/** The error that has the step run again or ends it, or null when another link should take over now. */
export function retryOf(failure: Failure, link: ModelLink, execution: number, hasNext: boolean): ModelCallError | null {
  if (failure.kind === "request") return finalError(failure, link);
  if (failure.kind === "access" || execution >= executionsPerStep) return null;
  const asked = failure.retryAfterMs ?? 0;
  if (failure.kind === "wait" && asked > longestWaitMs && hasNext) return null;
  const pause = (pausesMs[execution - 1] ?? 8_000) * (0.9 + Math.random() * 0.2);
  const retryAfterMs = Math.round(failure.kind === "wait" ? Math.min(asked, longestWaitMs) : pause);
  return new ModelCallError({
    retry: failure.kind,
    code: failure.code,
    message: failureSentence(failure.code, link),
    retryAfterMs,
    cause: failure.cause,
  });
}

/** The error that ends the run. */
export function finalError(failure: Failure, link: ModelLink): ModelCallError {
  return new ModelCallError({
    retry: "stop",
    code: failure.code,
    message: failureSentence(failure.code, link),
    cause: failure.cause,
  });
}

/** What went wrong, for the person who waits. */
export function failureSentence(code: ModelCallCode, { id }: ModelLink): string {
  switch (code) {
    case "rate_limited":
      return `${id} is taking no more requests for a while.`;
    case "provider_unavailable":
      return `${id} has a problem of its own.`;
    case "network":
      return `${id} could not be reached.`;
    case "timed_out":
      return `${id} took too long to answer.`;
    case "stream_cut":
      return `${id} stopped in the middle of its answer.`;
    case "no_access":
      return `${id} refused the key, the model or the account's credit.`;
    case "request_rejected":
      return `${id} refused the request as it stands.`;
    case "context_too_long":
      return `The session has grown too long for ${id}: start a new one, or shorten the company's facts.`;
    default:
      return `${id} failed in a way that is not known.`;
  }
}

import { ModelCallError } from "@longhand/writer";
import { NonRetriableError, RetryAfterError } from "inngest";
import { isConnectionLost } from "../../base/connection-lost.ts";
import { AppError, situations } from "../../base/errors.ts";
import type { RunError } from "../../verbs/runs/contract.ts";
import { runFailure } from "../../verbs/runs/run-failures.ts";

/** How a failed step is told to the executor, and to the person should no repeat follow. */
export interface JobError {
  readonly thrown: Error;
  readonly shown: RunError;
}

/** Pauses after failures that say nothing about when to come back. The executor's own first one, 15 s and more, is too long for a person who waits. */
const pausesMs = [1_000, 3_000, 8_000];
/** A database that went away is usually back by then. */
const databasePauseMs = 2_000;

/** Translate a failure of a step's work; `attempt` counts from 0. */
export function toJobError(error: unknown, attempt: number): JobError {
  if (error instanceof ModelCallError) return ofModel(error);
  if (error instanceof AppError) {
    const shown = { code: error.code, message: error.message, retryable: situations[error.code].job === "retry" };
    return shown.retryable ? { thrown: again(error, pause(attempt)), shown } : { thrown: stop(error), shown };
  }
  if (isConnectionLost(error)) return { thrown: again(error, databasePauseMs), shown: runFailure("internal") };
  return { thrown: again(error, pause(attempt)), shown: runFailure("internal") };
}

function ofModel(error: ModelCallError): JobError {
  if (error.retry === "stop" && isFinal(error))
    return { thrown: stop(error), shown: { code: error.code, message: error.message, retryable: false } };
  const shown = { ...runFailure("upstream_failed"), message: `${error.message} Try again.` };
  return { thrown: error.retry === "stop" ? stop(error) : again(error, error.retryAfterMs ?? databasePauseMs), shown };
}

/** Whether a person who tries again would get the same answer. */
function isFinal(error: ModelCallError): boolean {
  return error.code === "no_access" || error.code === "request_rejected" || error.code === "context_too_long";
}

function pause(attempt: number): number {
  return pausesMs[attempt] ?? 8_000;
}

// No cause goes along: a provider's error holds the whole prompt, and an Inngest server would be sent it.
function again(error: unknown, afterMs: number): RetryAfterError {
  return new RetryAfterError(messageOf(error), afterMs);
}

function stop(error: unknown): NonRetriableError {
  return new NonRetriableError(messageOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

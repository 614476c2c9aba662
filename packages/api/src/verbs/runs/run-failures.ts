import type { RunError } from "./contract.ts";

/** Why a run failed, as stored and shown: a sentence for a person, and whether trying again may help. */
const failures = {
  dispatch_failed: { message: "The work could not be started in time. Try again.", retryable: true },
  worker_lost: { message: "The work was interrupted twice and did not finish. Try again.", retryable: true },
  timed_out: {
    message: "The work took too long and was stopped. Try again, perhaps with a smaller request.",
    retryable: true,
  },
  upstream_failed: { message: "The model provider did not answer. Try again.", retryable: true },
  internal: { message: "Something went wrong on our side. Try again.", retryable: true },
} as const satisfies Record<string, { readonly message: string; readonly retryable: boolean }>;

export type RunFailureCode = keyof typeof failures;

/** The stored error of a failure with this code. */
export function runFailure(code: RunFailureCode): RunError {
  return { code, ...failures[code] };
}

/** What a failed model call asks of whoever runs the step. */
export type RetryClass =
  /** The provider named a delay: run the same step again after `retryAfterMs`. */
  | "wait"
  /** Server error, network, timeout, half a stream: run the same step again after `retryAfterMs`. */
  | "transient"
  /** Trying again would change nothing. */
  | "stop";

/** Stable names for what went wrong with a model call. */
export type ModelCallCode =
  | "rate_limited"
  | "provider_unavailable"
  | "network"
  | "timed_out"
  | "stream_cut"
  | "no_access"
  | "request_rejected"
  | "context_too_long"
  | "unexpected";

/**
 * A model call that failed for good within this execution of its step.
 *
 * `message` is a sentence fit for the person who waits; the provider's own words are in `cause`, for the log only.
 */
export class ModelCallError extends Error {
  override readonly name = "ModelCallError";
  readonly retry: RetryClass;
  readonly code: ModelCallCode;
  /** Milliseconds to wait before the step runs again; absent for `stop`. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: {
    readonly retry: RetryClass;
    readonly code: ModelCallCode;
    readonly message: string;
    readonly retryAfterMs?: number | undefined;
    readonly cause?: unknown;
  }) {
    super(failure.message, { cause: failure.cause });
    this.retry = failure.retry;
    this.code = failure.code;
    this.retryAfterMs = failure.retryAfterMs;
  }
}

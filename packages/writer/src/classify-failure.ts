import { APICallError, InvalidResponseDataError, LoadAPIKeyError, NoSuchModelError } from "@ai-sdk/provider";
import type { ModelCallCode } from "./model-call-error.ts";

/** What a provider's failure means for the chain: `access` and `exhausted` links are left, a `request` is reshaped. */
export interface Failure {
  readonly kind: "wait" | "transient" | "access" | "request";
  readonly code: ModelCallCode;
  /** The delay the provider asked for. */
  readonly retryAfterMs?: number;
  readonly cause: unknown;
}

/** A failure the writer itself found while reading a stream. */
export class StreamFailure extends Error {
  readonly code: "timed_out" | "stream_cut";

  constructor(code: "timed_out" | "stream_cut", message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Read a thrown value of a model call. An unknown one counts as transient: the
 * few tries it costs are bounded, and a provider's new error is not worth a lost turn.
 */
export function classifyFailure(error: unknown, now: number): Failure {
  if (error instanceof StreamFailure) return { kind: "transient", code: error.code, cause: error };
  if (LoadAPIKeyError.isInstance(error) || NoSuchModelError.isInstance(error))
    return { kind: "access", code: "no_access", cause: error };
  if (InvalidResponseDataError.isInstance(error)) return { kind: "transient", code: "stream_cut", cause: error };
  if (APICallError.isInstance(error)) return classifyStatus(error, now);
  return { kind: "transient", code: isNetwork(error) ? "network" : "unexpected", cause: error };
}

function classifyStatus(error: APICallError, now: number): Failure {
  const status = error.statusCode;
  const words = `${error.message} ${error.responseBody ?? ""}`.toLowerCase();
  if (/insufficient_quota|credit balance|billing|payment required/.test(words) || status === 402)
    return { kind: "access", code: "no_access", cause: error };
  if (status === 429 || status === 529) {
    const delay = retryAfter(error.responseHeaders ?? {}, now);
    if (delay !== undefined) return { kind: "wait", code: "rate_limited", retryAfterMs: delay, cause: error };
    return { kind: "transient", code: "rate_limited", cause: error };
  }
  if (status === 401 || status === 403 || status === 404) return { kind: "access", code: "no_access", cause: error };
  if (
    status === 413 ||
    /context.{0,20}(length|window|too long)|prompt is too long|too many tokens|maximum context/.test(words)
  )
    return { kind: "request", code: "context_too_long", cause: error };
  if (status === 400 || status === 422) return { kind: "request", code: "request_rejected", cause: error };
  return { kind: "transient", code: status === undefined ? "network" : "provider_unavailable", cause: error };
}

function retryAfter(headers: Record<string, string>, now: number): number | undefined {
  const exact = Number(headers["retry-after-ms"]);
  if (headers["retry-after-ms"] !== undefined && Number.isFinite(exact) && exact >= 0) return exact;
  const header = headers["retry-after"];
  if (header === undefined) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function isNetwork(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    (error instanceof Error &&
      /ECONN|ENOTFOUND|EAI_AGAIN|socket|fetch failed|network|terminated/i.test(
        `${error.message} ${String(error.cause)}`,
      ))
  );
}

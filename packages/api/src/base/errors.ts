/** How one situation of a caller is said at each door. */
interface Situation {
  readonly http: number;
  readonly trpc:
    | "UNAUTHORIZED"
    | "FORBIDDEN"
    | "NOT_FOUND"
    | "BAD_REQUEST"
    | "CONFLICT"
    | "PRECONDITION_FAILED"
    | "PAYLOAD_TOO_LARGE"
    | "TOO_MANY_REQUESTS"
    | "BAD_GATEWAY"
    | "SERVICE_UNAVAILABLE"
    | "UNSUPPORTED_MEDIA_TYPE"
    | "METHOD_NOT_SUPPORTED"
    | "INTERNAL_SERVER_ERROR";
  readonly job: "stop" | "retry";
}

/** Every situation a caller can be in, and how each door says it. A new code compiles only when all columns are filled. */
export const situations = {
  unauthorized: { http: 401, trpc: "UNAUTHORIZED", job: "stop" },
  forbidden: { http: 403, trpc: "FORBIDDEN", job: "stop" },
  not_found: { http: 404, trpc: "NOT_FOUND", job: "stop" },
  invalid_input: { http: 400, trpc: "BAD_REQUEST", job: "stop" },
  no_skeleton: { http: 400, trpc: "BAD_REQUEST", job: "stop" },
  node_not_draftable: { http: 400, trpc: "BAD_REQUEST", job: "stop" },
  field_read_only: { http: 400, trpc: "BAD_REQUEST", job: "stop" },
  not_draft: { http: 400, trpc: "BAD_REQUEST", job: "stop" },
  session_exists: { http: 409, trpc: "CONFLICT", job: "stop" },
  session_busy: { http: 409, trpc: "CONFLICT", job: "stop" },
  name_taken: { http: 409, trpc: "CONFLICT", job: "stop" },
  idempotency_conflict: { http: 409, trpc: "CONFLICT", job: "stop" },
  revision_conflict: { http: 412, trpc: "PRECONDITION_FAILED", job: "stop" },
  payload_too_large: { http: 413, trpc: "PAYLOAD_TOO_LARGE", job: "stop" },
  method_not_allowed: { http: 405, trpc: "METHOD_NOT_SUPPORTED", job: "stop" },
  unsupported_media_type: { http: 415, trpc: "UNSUPPORTED_MEDIA_TYPE", job: "stop" },
  rate_limited: { http: 429, trpc: "TOO_MANY_REQUESTS", job: "stop" },
  upstream_failed: { http: 502, trpc: "BAD_GATEWAY", job: "retry" },
  unavailable: { http: 503, trpc: "SERVICE_UNAVAILABLE", job: "retry" },
  internal: { http: 500, trpc: "INTERNAL_SERVER_ERROR", job: "retry" },
} as const satisfies Record<string, Situation>;

export type AppErrorCode = keyof typeof situations;

/** One wrong field: a JSON pointer and a sentence. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** What a caller needs beside the sentence. Doors name these in their own case. */
export interface ErrorDetails {
  readonly issues?: readonly Issue[];
  /** The run that holds the session (UUID). */
  readonly runId?: string;
  readonly sessionId?: string;
  readonly retryAfterMs?: number;
  /** The current version, ready to merge. */
  readonly current?: unknown;
  /** The current revision, for the ETag of a refused precondition. */
  readonly revision?: number;
  readonly allow?: readonly string[];
}

/** A failure the caller can act on. Its sentence is written for a person and ends in what to do. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly details: ErrorDetails;
  constructor(code: AppErrorCode, sentence: string, details: ErrorDetails = {}, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
    this.details = details;
  }
}

/** Absent and not yours are one answer. */
export function notFound(what: string): AppError {
  return new AppError("not_found", `${what} not found`);
}

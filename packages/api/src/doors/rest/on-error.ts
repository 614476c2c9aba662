import { isConnectionLost } from "../../base/connection-lost.ts";
import { AppError, situations, type Issue } from "../../base/errors.ts";
import { toRunId } from "../../base/ids.ts";
import { snakeCase } from "./snake-case.ts";

/** A refusal as it goes over the wire. */
export interface ErrorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The caller's situation, whatever was thrown. A bug's own message stays here. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isConnectionLost(error))
    return new AppError(
      "unavailable",
      "The database is not ready. Try again in a moment.",
      { retryAfterMs: 1_000 },
      error,
    );
  return new AppError(
    "internal",
    "Something went wrong on our side. Try again, and report the request_id if it stays.",
    {},
    error,
  );
}

/** The envelope of every refusal. */
export function toErrorAnswer(failure: AppError, requestId: string): ErrorAnswer {
  const { details } = failure;
  const body = {
    error: failure.message,
    code: failure.code,
    ...(details.issues && failure.code === "invalid_input" && { issues: details.issues }),
    ...(details.runId !== undefined && { run_id: toRunId(details.runId) }),
    ...(details.sessionId !== undefined && { session_id: details.sessionId }),
    ...(details.revision !== undefined && { revision: details.revision }),
    ...(isRecord(details.current) && { current: snakeKeys(details.current) }),
    request_id: requestId,
  };
  const headers = {
    "content-type": "application/json",
    ...(details.retryAfterMs !== undefined && {
      "retry-after": String(Math.max(1, Math.ceil(details.retryAfterMs / 1000))),
    }),
    ...(details.allow && { allow: details.allow.join(", ") }),
    ...(failure.code === "unauthorized" && { "www-authenticate": "Bearer" }),
  };
  return { status: situations[failure.code].http, headers, body: JSON.stringify(body) };
}

/** The same refusal with a verb's field names as this door spells them. */
export function inDoorsWords(error: unknown, renames: Readonly<Record<string, string>>): unknown {
  if (!(error instanceof AppError) || error.details.issues === undefined) return error;
  const issues: Issue[] = error.details.issues.map((issue) => ({
    ...issue,
    path: issue.path
      .split("/")
      .map((segment) => renames[segment] ?? snakeCase(segment))
      .join("/"),
  }));
  return new AppError(error.code, error.message, { ...error.details, issues }, error.cause);
}

function snakeKeys(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [snakeCase(key), value]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

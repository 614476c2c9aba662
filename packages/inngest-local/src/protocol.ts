import { retryAfterMs } from "./backoff.ts";
import { field, textField, toJson } from "./field.ts";

/** One operation of a 206 answer or of a checkpoint. */
export interface Op {
  /** Hex sha1 of the step's id, repeats numbered before hashing. */
  readonly id: string;
  readonly op: string;
  readonly name: string;
  readonly opts: unknown;
  /** JSON text of the result, "null" when there is none. */
  readonly data: string;
  /** JSON text of the error, undefined when there is none. */
  readonly error?: string;
}

/** What the SDK said about one call. */
export type Answer = { readonly reqVersion: number } & (
  | { readonly kind: "ops"; readonly ops: readonly Op[]; readonly noRetry: boolean; readonly retryAfterMs?: number }
  | { readonly kind: "complete"; readonly output: string }
  | { readonly kind: "error"; readonly error: string; readonly noRetry: boolean; readonly retryAfterMs?: number }
);

/** The operations in a checkpoint's or an answer's JSON. */
export function readOps(body: unknown): Op[] {
  return (Array.isArray(body) ? body : [body]).map((raw: unknown) => {
    const error = field(raw, "error");
    return {
      id: textField(raw, "id") ?? "",
      op: textField(raw, "op") ?? "",
      name: textField(raw, "name") ?? "",
      opts: field(raw, "opts"),
      data: toJson(field(raw, "data")),
      ...(error === undefined || error === null ? {} : { error: toJson(error) }),
    };
  });
}

/**
 * Read what a call to the SDK's handler said.
 *
 * 206 is progress, 200 is completion, 400 or `x-inngest-no-retry` is a final
 * failure; everything else, a body that is no JSON included, is a failure to
 * be tried again.
 */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const reqVersion = Number(response.headers.get("x-inngest-req-version") ?? -1);
  const noRetryHeader = response.headers.get("x-inngest-no-retry");
  const after = retryAfterMs(response.headers.get("retry-after"));
  const retry = after === undefined ? {} : { retryAfterMs: after };

  let body: unknown;
  try {
    body = JSON.parse(text === "" ? "null" : text);
  } catch {
    return {
      reqVersion,
      kind: "error",
      error: errorJson("InvalidAnswer", `The function answered ${response.status} with something that is not JSON.`),
      noRetry: false,
      ...retry,
    };
  }
  if (response.status === 206)
    return { reqVersion, kind: "ops", ops: readOps(body), noRetry: noRetryHeader === "true", ...retry };
  if (response.status === 200) return { reqVersion, kind: "complete", output: toJson(body) };
  return {
    reqVersion,
    kind: "error",
    error: toError(body, response.status),
    noRetry: noRetryHeader === "true" || response.status === 400,
    ...retry,
  };
}

/** JSON text of an error in the shape the SDK can turn back into one. */
export function errorJson(name: string, message: string): string {
  return JSON.stringify({ name, message, stack: "" });
}

function toError(body: unknown, status: number): string {
  const message = textField(body, "message") ?? textField(body, "error");
  if (message === undefined) return errorJson("Error", `The function answered ${status}.`);
  return textField(body, "message") === undefined ? errorJson("Error", message) : toJson(body);
}

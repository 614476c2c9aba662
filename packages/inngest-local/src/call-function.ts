import { discoveryStepId, type Delivery } from "./store.ts";
import { errorJson, readAnswer, type Answer } from "./protocol.ts";

/** The SDK's request handler, as `serve` of `inngest/edge` makes it. */
export type Handler = (request: Request) => Promise<Response>;

/** An origin that resolves nowhere: requests to it never leave the process. */
export const baseUrl = "http://inngest-local.invalid";

/** How a call is to be made. */
export interface CallOptions {
  readonly maxAttempts: number;
  /** Several steps are outstanding, or a step must be planned before it runs. */
  readonly planOnly: boolean;
  /** Let the SDK run steps one after the other and store each by a checkpoint. */
  readonly checkpointing: boolean;
}

/** Call a function for one queue item: to find out what comes next, or to run one planned step. A handler that throws has failed, and may be called again. */
export async function callFunction(handler: Handler, delivery: Delivery, options: CallOptions): Promise<Answer> {
  const stepId = delivery.purpose === "step" ? delivery.stepId : discoveryStepId;
  const url = `${baseUrl}/api/inngest?fnId=${encodeURIComponent(delivery.functionId)}&stepId=${encodeURIComponent(stepId)}`;
  try {
    return await readAnswer(await handler(requestOf(url, "POST", bodyOf(delivery, options), versionHeader(delivery))));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      reqVersion: -1,
      kind: "error",
      error: errorJson("Error", `The handler failed: ${message}`),
      noRetry: false,
    };
  }
}

/** Ask the handler for the configuration of its functions. */
export async function syncFunctions(handler: Handler): Promise<unknown> {
  const url = `${baseUrl}/api/inngest`;
  const response = await handler(requestOf(url, "PUT", JSON.stringify({ url }), { "x-inngest-sync-kind": "in_band" }));
  const text = await response.text();
  if (response.status !== 200)
    throw new Error(`The functions could not be read: the handler answered ${response.status} ${text}`);
  return JSON.parse(text);
}

// Without a host header the SDK cannot build the request's URL.
function requestOf(url: string, method: string, body: string, headers: Record<string, string>): Request {
  return new Request(url, {
    method,
    body,
    headers: { host: new URL(baseUrl).host, "content-type": "application/json", ...headers },
  });
}

function versionHeader(delivery: Delivery): Record<string, string> {
  return { "x-inngest-req-version": String(delivery.known?.reqVersion ?? -1) };
}

// Event and steps are stored as JSON text and pasted in as such: nothing of a run's data is parsed on the way.
function bodyOf(delivery: Delivery, options: CallOptions): string {
  const stack = delivery.known?.stack ?? [];
  const ctx = {
    run_id: delivery.runId,
    attempt: delivery.attempt,
    max_attempts: options.maxAttempts,
    disable_immediate_execution: options.planOnly,
    use_api: false,
    stack: { stack, current: stack.length },
    ...(options.checkpointing ? { fn_id: delivery.functionId } : {}),
    qi_id: `${delivery.itemId}.${delivery.token}`,
  };
  return `{"version":${delivery.known?.reqVersion ?? -1},"event":${delivery.event},"events":[${delivery.event}],"steps":${delivery.steps},"ctx":${JSON.stringify(ctx)},"use_api":false,"defers":{}}`;
}

import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from "@ai-sdk/provider";
import { classifyFailure, type Failure } from "./classify-failure.ts";
import type { Clock } from "./clock.ts";
import { ModelCallError, type ModelCallCode } from "./model-call-error.ts";
import type { ModelTask } from "./model-task.ts";
import type { ModelChain, ModelLink } from "./models/model-chain.ts";
import type { ModelUsage, StepScope, StoredAnswer } from "./ports.ts";
import { streamAnswer, type StreamCall } from "./stream-answer.ts";
import { toJsonObject } from "./to-json.ts";

/** Waits between executions of a step after a server error (durability.md §2.3), and the longest one a provider may ask for. */
const pausesMs = [1_000, 3_000, 8_000];
export const longestWaitMs = 60_000;
/** Executions of one step, the first included: the executor's `retries: 3` on every function. */
export const executionsPerStep = 4;
/** How long a provider that refused our key is passed over. */
const shutOutMs = 300_000;

/** What to ask, whoever answers. */
export interface ModelRequest {
  readonly hash: string;
  readonly task: ModelTask;
  /** `compact` is set after a provider refused the request: less of the prompt, and no response format that it may not know. */
  readonly prompt: (link: ModelLink, compact: boolean) => LanguageModelV4Prompt;
  readonly settings: Pick<LanguageModelV4CallOptions, "tools" | "responseFormat" | "maxOutputTokens">;
  readonly show?: StreamCall["show"];
}

/** Where in the chain to begin, and how often this step has been executed. */
export interface AskOptions {
  readonly chain: ModelChain;
  readonly clock: Clock;
  /** Id of the link that answered last in this run; undefined at its first call. */
  readonly link: string | undefined;
  /** 1 for the first execution of the step. */
  readonly execution: number;
}

/** An answer, and what it cost unless it had been stored before. */
export interface Asked {
  readonly answer: StoredAnswer;
  readonly usage: ModelUsage | null;
}

// Per process and by link object: a hint that saves calls, never a fact that anything is decided by.
const shutOut = new WeakMap<ModelLink, number>();

/**
 * Get an answer: the stored one if this request was answered before, else from the first link that can give one.
 *
 * A link without access is left at once. One that fails in passing is tried again by the executor, and left at the
 * step's last execution. Leaving a link writes `model.changed`.
 * @throws {ModelCallError} when the step should run again, or nobody in the chain can answer.
 */
export async function askModel(scope: StepScope, request: ModelRequest, options: AskOptions): Promise<Asked> {
  const stored = await scope.findAnswer(request.hash);
  if (stored !== null) return { answer: stored, usage: null };
  const { links } = options.chain;
  let at = Math.max(0, links.findIndex(({ id }) => id === options.link));
  let compact = false;
  for (;;) {
    const link = links[at];
    if (link === undefined) throw new ModelCallError({ retry: "stop", code: "no_access", message: "No model is set up that could answer." });
    const next = links[at + 1];
    if (next !== undefined && (shutOut.get(link) ?? 0) > options.clock.now()) {
      await announce(scope, link, next, "no_access");
      at += 1;
      continue;
    }
    await scope.beginAnswer(request.hash, link.id);
    const longhand = toJsonObject(request.task);
    const { responseFormat, ...settings } = request.settings;
    const call = { ...settings, ...(responseFormat === undefined || compact ? {} : { responseFormat }), prompt: request.prompt(link, compact), providerOptions: { ...link.providerOptions, longhand } };
    const result = await streamAnswer({ link, options: call, scope, clock: options.clock, ...(request.show === undefined ? {} : { show: request.show }) });
    if (result.ok) {
      await scope.finishAnswer(request.hash, result.answer, result.usage);
      return { answer: result.answer, usage: result.usage };
    }
    const failure = classifyFailure(result.error, options.clock.now());
    if (failure.kind === "request" && !compact) {
      compact = true;
      continue;
    }
    if (failure.kind === "access") shutOut.set(link, options.clock.now() + shutOutMs);
    const again = retryOf(failure, link, options.execution, next !== undefined);
    if (again !== null) throw again;
    if (next === undefined) throw finalError(failure, link);
    await announce(scope, link, next, failure.code);
    at += 1;
    compact = false;
  }
}

/** The error that has the step run again or ends it, or null when another link should take over now. */
function retryOf(failure: Failure, link: ModelLink, execution: number, hasNext: boolean): ModelCallError | null {
  if (failure.kind === "request") return finalError(failure, link);
  if (failure.kind === "access" || execution >= executionsPerStep) return null;
  const asked = failure.retryAfterMs ?? 0;
  if (failure.kind === "wait" && asked > longestWaitMs && hasNext) return null;
  const pause = (pausesMs[execution - 1] ?? 8_000) * (0.9 + Math.random() * 0.2);
  const retryAfterMs = Math.round(failure.kind === "wait" ? Math.min(asked, longestWaitMs) : pause);
  return new ModelCallError({ retry: failure.kind, code: failure.code, message: sentence(failure.code, link), retryAfterMs, cause: failure.cause });
}

function finalError(failure: Failure, link: ModelLink): ModelCallError {
  return new ModelCallError({ retry: "stop", code: failure.code, message: sentence(failure.code, link), cause: failure.cause });
}

async function announce(scope: StepScope, from: ModelLink, to: ModelLink, code: ModelCallCode): Promise<void> {
  await scope.append([{ kind: "model.changed", payload: { from: from.id, to: to.id, reason: sentence(code, from) } }]);
}

function sentence(code: ModelCallCode, { id }: ModelLink): string {
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

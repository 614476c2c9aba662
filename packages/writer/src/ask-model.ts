import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from "@ai-sdk/provider";
import { classifyFailure } from "./classify-failure.ts";
import type { Clock } from "./clock.ts";
import { ModelCallError, type ModelCallCode } from "./model-call-error.ts";
import { failureSentence, finalError, retryOf } from "./retry-of.ts";
import type { ModelTask } from "./model-task.ts";
import type { ModelChain, ModelLink } from "./models/model-chain.ts";
import type { ModelUsage, StepScope, StoredAnswer } from "./ports.ts";
import type { Json } from "./state.ts";
import { streamAnswer, type StreamCall } from "./stream-answer.ts";
import { toJsonObject } from "./to-json.ts";

/** How long a provider that refused our key is passed over. */
const shutOutMs = 300_000;

/** What to ask, whoever answers. */
export interface ModelRequest {
  readonly hash: string;
  readonly task: ModelTask;
  /** `compact` is set after a provider refused the request: less of the prompt, and no response format that it may not know. */
  readonly prompt: (link: ModelLink, compact: boolean) => LanguageModelV4Prompt;
  /** What this call is told beyond its prefix; stored with the answer, so that later prompts begin with this one. */
  readonly asked?: Json;
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
  let at = Math.max(
    0,
    links.findIndex(({ id }) => id === options.link),
  );
  let compact = false;
  for (;;) {
    const link = links[at];
    if (link === undefined)
      throw new ModelCallError({ retry: "stop", code: "no_access", message: "No model is set up that could answer." });
    const next = links[at + 1];
    if (next !== undefined && (shutOut.get(link) ?? 0) > options.clock.now()) {
      await announce(scope, link, next, "no_access");
      at += 1;
      continue;
    }
    await scope.beginAnswer(request.hash, link.id);
    const longhand = toJsonObject(request.task);
    const { responseFormat, ...settings } = request.settings;
    const call = {
      ...settings,
      ...(responseFormat === undefined || compact ? {} : { responseFormat }),
      prompt: request.prompt(link, compact),
      providerOptions: { ...link.providerOptions, longhand },
    };
    const result = await streamAnswer({
      link,
      options: call,
      scope,
      clock: options.clock,
      ...(request.show === undefined ? {} : { show: request.show }),
    });
    if (result.ok) {
      const asked = request.asked === undefined || request.asked === null ? [] : [request.asked];
      const answer = { ...result.answer, messages: [...asked, ...[result.answer.messages].flat()] };
      await scope.finishAnswer(request.hash, answer, result.usage);
      return { answer, usage: result.usage };
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

async function announce(scope: StepScope, from: ModelLink, to: ModelLink, code: ModelCallCode): Promise<void> {
  await scope.append([
    { kind: "model.changed", payload: { from: from.id, to: to.id, reason: failureSentence(code, from) } },
  ]);
}

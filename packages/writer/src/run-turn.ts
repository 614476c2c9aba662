import { systemClock, type Clock } from "./clock.ts";
import { endStep } from "./end-step.ts";
import { fixStep } from "./fix-step.ts";
import { modelStep } from "./model-step.ts";
import type { ModelChain } from "./models/model-chain.ts";
import type { TurnScope, WriterPorts } from "./ports.ts";
import { afterAnswer, afterTools, beforeAnswer, type StopRule, type TurnProgress } from "./stop-rules.ts";
import { toolStep, type ToolOutcome } from "./tool-step.ts";
import { stepIds } from "./transcript.ts";

/** What a test hands in. */
export interface WriterOptions {
  readonly clock?: Clock;
}

/** Stops that leave the person without what they asked for, unless the best try can be mended. */
const unfinished: ReadonlySet<StopRule> = new Set(["calls", "failed_updates", "repeated_issues", "budget", "time"]);

/**
 * Run one turn to its end: model calls and tool calls as steps `load`, `llm-1`, `tool-1-<callId>`, …, `fix`, `end`.
 *
 * Everything it decides comes from stored step results, so that a repeat after a crash takes the same path and
 * makes no second call. Returns the stop rule that fired.
 * @throws {ModelCallError} from a step, for the executor to retry or to give up; whatever a scope throws, unchanged.
 */
export async function runTurn(
  ports: WriterPorts<TurnScope>,
  models: ModelChain,
  options: WriterOptions = {},
): Promise<{ rule: StopRule }> {
  const clock = options.clock ?? systemClock;
  const loaded = await ports.step(stepIds.load, async (scope) => ({ attempt: scope.attempt, at: clock.now() }));
  const progress: TurnProgress = {
    begunAt: loaded.at,
    calls: 0,
    input: 0,
    output: 0,
    failedInARow: 0,
    issueSets: new Set(),
  };
  const links: string[] = [];
  // Each execution of a step has the next epoch, so the distance to the step before is the number of executions.
  let lastAttempt = loaded.attempt;
  let rule: StopRule | null = null;
  for (let call = 1; rule === null; call += 1) {
    const answer = await ports.step(stepIds.model(call), (scope) =>
      modelStep(scope, call, { chain: models, clock, link: links.at(-1), execution: scope.attempt - lastAttempt }),
    );
    lastAttempt = answer.attempt;
    links.push(answer.link);
    rule = afterAnswer(progress, answer);
    if (rule !== null) break;
    const outcomes: ToolOutcome[] = [];
    for (const { id } of answer.calls) {
      const refusedBefore = outcomes.some(({ ok, update }) => update && !ok);
      const outcome = await ports.step(stepIds.tool(call, id), (scope) => toolStep(scope, { call, id, refusedBefore }));
      lastAttempt = outcome.attempt;
      outcomes.push(outcome);
    }
    rule = afterTools(progress, outcomes) ?? beforeAnswer(progress, answer.at);
  }
  const ended = rule ?? "answered";
  if (unfinished.has(ended)) await ports.step(stepIds.fix, (scope) => fixStep(scope));
  await ports.step(stepIds.end, (scope) =>
    endStep(scope, { rule: ended, calls: progress.calls, links, preferred: models.links[0]?.id ?? null }),
  );
  return { rule: ended };
}

import type { ModelOutcome } from "./model-step.ts";
import type { ToolOutcome } from "./tool-step.ts";

/** Why a turn ended. */
export type StopRule =
  | "finish"
  | "ask_user"
  | "answered"
  | "refused"
  | "calls"
  | "failed_updates"
  | "repeated_issues"
  | "budget"
  | "time";

/** The bounds of one turn (writer.md §4.3). */
const turnLimits = {
  modelCalls: 8,
  failedUpdates: 3,
  /** Eight calls of a long session, and 7,500 tokens for each answer: reaching it means something went wrong. */
  inputTokens: 300_000,
  outputTokens: 60_000,
  durationMs: 300_000,
};

/** What the rules look at; all of it comes from stored step results, so that a replay decides the same. */
export interface TurnProgress {
  readonly begunAt: number;
  calls: number;
  input: number;
  output: number;
  failedInARow: number;
  readonly issueSets: Set<string>;
}

/** Count a model call; a rule when the turn ends with it. */
export function afterAnswer(progress: TurnProgress, answer: ModelOutcome): StopRule | null {
  progress.calls += 1;
  progress.input += answer.input;
  progress.output += answer.output;
  if (answer.finish === "content-filter") return "refused";
  return answer.calls.length === 0 ? "answered" : null;
}

/** Count the tool calls of one answer; a rule when the turn ends with them. */
export function afterTools(progress: TurnProgress, outcomes: readonly ToolOutcome[]): StopRule | null {
  const ended = outcomes.find(({ tool, ok }) => ok && (tool === "finish" || tool === "ask_user"));
  if (ended !== undefined) return ended.tool === "finish" ? "finish" : "ask_user";
  let repeated = false;
  for (const { ok, update, issues } of outcomes) {
    if (!update) continue;
    progress.failedInARow = ok ? 0 : progress.failedInARow + 1;
    if (issues === null) continue;
    repeated ||= progress.issueSets.has(issues);
    progress.issueSets.add(issues);
  }
  if (repeated) return "repeated_issues";
  return progress.failedInARow >= turnLimits.failedUpdates ? "failed_updates" : null;
}

/** A rule when there may be no further model call. `at` is the stored instant of the last one. */
export function beforeAnswer(progress: TurnProgress, at: number): StopRule | null {
  if (progress.calls >= turnLimits.modelCalls) return "calls";
  if (progress.input >= turnLimits.inputTokens || progress.output >= turnLimits.outputTokens) return "budget";
  return at - progress.begunAt >= turnLimits.durationMs ? "time" : null;
}

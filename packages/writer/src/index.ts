export * from "./model-task.ts";
export * from "./ports.ts";
export * from "./state.ts";
export * from "./tools/schemas.ts";
export { ModelCallError, type ModelCallCode, type RetryClass } from "./model-call-error.ts";
export { runTurn, type WriterOptions } from "./run-turn.ts";
export { runExamples } from "./run-examples.ts";
export type { StopRule } from "./stop-rules.ts";
export { systemClock, type Clock } from "./clock.ts";

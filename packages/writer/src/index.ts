export * from "./model-task.ts";
export * from "./ports.ts";
export * from "./state.ts";
export * from "./tools/schemas.ts";

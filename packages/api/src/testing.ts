export * from "./testing/actors.ts";
export * from "./testing/engine.ts";
export * from "./testing/given.ts";
export * from "./testing/scripted-model.ts";

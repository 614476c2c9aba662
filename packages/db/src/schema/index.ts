export * from "./campaigns.ts";
export * from "./context.ts";
export * from "./delivery.ts";
export * from "./examples.ts";
export * from "./people.ts";
export * from "./runs.ts";
export * from "./sessions.ts";

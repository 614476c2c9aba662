export { createLocalInngest, type LocalInngest, type LocalInngestOptions } from "./create-local-inngest.ts";
export type { Handler } from "./call-function.ts";
export type { Log } from "./engine.ts";
export { memoryStore } from "./memory-store.ts";
export { engineDdl } from "./postgres-store/ddl.ts";
export { postgresStore } from "./postgres-store/postgres-store.ts";
export type { Store } from "./store.ts";

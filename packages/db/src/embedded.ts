export { startEmbedded, type EmbeddedOptions, type EmbeddedPostgres } from "./embedded/launch.ts";
export { EmbeddedError, type EmbeddedErrorCode } from "./embedded/failure.ts";

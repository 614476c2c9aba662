import type { InngestFunction } from "inngest";
import type { JobDeps } from "./job-deps.ts";
import { createRunTurn } from "./run-turn.ts";
import { createWriteExamples } from "./write-examples.ts";

export type { JobDeps } from "./job-deps.ts";

/** Every job of Longhand, for the executor's handler. */
export function createFunctions(deps: JobDeps): InngestFunction.Any[] {
  return [createRunTurn(deps), createWriteExamples(deps)];
}

import { runTurn } from "@longhand/writer";
import type { InngestFunction } from "inngest";
import { createJob } from "./create-job.ts";
import { durableStep } from "./durable-step.ts";
import type { JobDeps } from "./job-deps.ts";
import { createTurnScope } from "./turn-scope.ts";

/** The durable work of a chat run: one model call or tool call a step. */
export function createRunTurn(deps: JobDeps): InngestFunction.Any {
  return createJob({ id: "run-turn", runs: "chat", perAccount: 20, finish: "10m" }, deps, (job) =>
    runTurn({ step: (id, work) => durableStep(job, id, (held) => work(createTurnScope(held))) }, deps.models),
  );
}

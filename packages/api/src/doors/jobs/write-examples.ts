import { runExamples } from "@longhand/writer";
import type { InngestFunction } from "inngest";
import { createJob } from "./create-job.ts";
import { durableStep } from "./durable-step.ts";
import { createExamplesScope } from "./examples-scope.ts";
import type { JobDeps } from "./job-deps.ts";

/** The durable work of an examples run: a few leads a step, every written one kept. Fewer at once than turns, since each may be five hundred calls long. */
export function createWriteExamples(deps: JobDeps): InngestFunction.Any {
  return createJob({ id: "write-examples", runs: "examples", perAccount: 5, finish: "30m" }, deps, (job) =>
    runExamples({ step: (id, work) => durableStep(job, id, (held) => work(createExamplesScope(held))) }, deps.models),
  );
}

import { runExamples } from "@longhand/writer";
import type { InngestFunction } from "inngest";
import { failRun } from "../../verbs/runs/fail-run.ts";
import { actFor } from "../../verbs/runs/system-context.ts";
import { durableStep, Halted, type Job } from "./durable-step.ts";
import { readFailure, readRunRequest, runCancelled, runRequested } from "./events.ts";
import { createExamplesScope } from "./examples-scope.ts";
import type { JobDeps } from "./job-deps.ts";

/** Batches of one account that may be at work at once; each may be five hundred calls long. */
const perAccount = 5;

/** The durable work of an examples run: a few leads a step, every written one kept. */
export function createWriteExamples({ inngest, base, hub, models, shutdown, onError }: JobDeps): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "write-examples",
      retries: 3,
      concurrency: [{ limit: perAccount, key: "event.data.userId" }],
      triggers: [{ event: runRequested, if: "event.data.kind == 'examples'" }],
      cancelOn: [{ event: runCancelled, match: "data.runId" }],
      timeouts: { finish: "30m" },
      onFailure: async ({ event }) => {
        const { engineRunId, request } = readFailure(event.data);
        await failRun(actFor(base, request.userId), {
          runId: request.runId,
          dispatch: request.dispatchId,
          engineRunId,
        });
      },
    },
    async ({ event, step, runId: engineRunId, attempt }) => {
      const request = readRunRequest(event.data);
      const job: Job = {
        ctx: actFor(base, request.userId),
        hub,
        request,
        engineRunId,
        attempt,
        shutdown,
        onError,
        run: (id, work) => step.run(id, work),
      };
      try {
        return await runExamples(
          { step: (id, work) => durableStep(job, id, (held) => work(createExamplesScope(held))) },
          models,
        );
      } catch (error) {
        if (error instanceof Halted) return { skipped: error.reason };
        throw error;
      }
    },
  );
}

import { runTurn } from "@longhand/writer";
import type { InngestFunction } from "inngest";
import { failRun } from "../../verbs/runs/fail-run.ts";
import { actFor } from "../../verbs/runs/system-context.ts";
import { durableStep, Halted, type Job } from "./durable-step.ts";
import { readFailure, readRunRequest, runCancelled, runRequested } from "./events.ts";
import type { JobDeps } from "./job-deps.ts";
import { createTurnScope } from "./turn-scope.ts";

/** Turns of one account that may be at work at once, so that one account's load leaves room for the others. */
const perAccount = 20;

/** The durable work of a chat run: one model call or tool call a step. */
export function createRunTurn({ inngest, base, hub, models, shutdown, onError }: JobDeps): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "run-turn",
      retries: 3,
      concurrency: [{ limit: perAccount, key: "event.data.userId" }],
      triggers: [{ event: runRequested, if: "event.data.kind == 'chat'" }],
      cancelOn: [{ event: runCancelled, match: "data.runId" }],
      timeouts: { finish: "10m" },
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
        return await runTurn(
          { step: (id, work) => durableStep(job, id, (held) => work(createTurnScope(held))) },
          models,
        );
      } catch (error) {
        if (error instanceof Halted) return { skipped: error.reason };
        throw error;
      }
    },
  );
}

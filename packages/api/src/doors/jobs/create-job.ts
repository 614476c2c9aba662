import type { InngestFunction } from "inngest";
import type { RunKind } from "../../verbs/runs/contract.ts";
import { failRun } from "../../verbs/runs/fail-run.ts";
import { actFor } from "../../verbs/runs/system-context.ts";
import { Halted, type Job } from "./durable-step.ts";
import { readFailure, readRunRequest, runCancelled, runRequested } from "./events.ts";
import type { JobDeps } from "./job-deps.ts";

/** What tells one job from another. */
interface JobKind {
  /** Permanent: the executor keeps state under it. */
  readonly id: string;
  /** The kind of run it works on. */
  readonly runs: RunKind;
  /** Runs of one account that may be at work at once, so that one account's load leaves room for the others. */
  readonly perAccount: number;
  /** The executor ends the run by then. */
  readonly finish: `${number}m`;
}

/** A durable job over runs of one kind: retries, cancel, and a stored reason when all tries have failed. */
export function createJob(
  kind: JobKind,
  { inngest, base, hub, shutdown, onError }: JobDeps,
  work: (job: Job) => Promise<unknown>,
): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: kind.id,
      retries: 3,
      concurrency: [{ limit: kind.perAccount, key: "event.data.userId" }],
      triggers: [{ event: runRequested, if: `event.data.kind == '${kind.runs}'` }],
      cancelOn: [{ event: runCancelled, match: "data.runId" }],
      timeouts: { finish: kind.finish },
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
      const ctx = actFor(base, request.userId);
      const run: Job["run"] = (id, once) => step.run(id, once);
      try {
        return await work({ ctx, hub, request, engineRunId, attempt, shutdown, onError, run });
      } catch (error) {
        if (error instanceof Halted) return { skipped: error.reason };
        throw error;
      }
    },
  );
}

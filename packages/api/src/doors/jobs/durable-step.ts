import { RetryAfterError } from "inngest";
import type { Json } from "@longhand/writer";
import type { Context } from "../../base/context.ts";
import type { Hub } from "../../base/hub.ts";
import { noteFailure } from "../../verbs/runs/fail-run.ts";
import type { RunRequest } from "../../verbs/runs/job-events.ts";
import { LeaseLost, type Lease, type LossReason } from "../../verbs/runs/lease.ts";
import { retryFencedAfterMs } from "../../verbs/runs/run-timing.ts";
import { settleCancelled } from "../../verbs/runs/settle-cancelled.ts";
import { takeRun } from "../../verbs/runs/take-run.ts";
import type { JobDeps } from "./job-deps.ts";
import { toJobError } from "./job-error.ts";
import { watchLease, type LeaseWatch } from "./watch-lease.ts";

/** One engine run at work on a run. */
export interface Job {
  readonly ctx: Context;
  readonly hub: Hub;
  readonly request: RunRequest;
  readonly engineRunId: string;
  /** The executor's count for the step it runs now, from 0. */
  readonly attempt: number;
  readonly shutdown: AbortSignal | undefined;
  readonly onError: JobDeps["onError"];
  /** The executor's durable step. */
  readonly run: (id: string, work: () => Promise<Outcome>) => Promise<unknown>;
}

/** One execution of one step that holds the run's lease. */
export interface HeldStep {
  readonly ctx: Context;
  readonly lease: Lease;
  /** The step's id. */
  readonly step: string;
  readonly watch: LeaseWatch;
}

/** What a step leaves with the executor. */
type Outcome = { value: Json } | { halt: LossReason };

/** The run is over or somebody else's: the engine run ends here, without an error. */
export class Halted extends Error {
  override readonly name = "Halted";
  readonly reason: LossReason;
  constructor(reason: LossReason) {
    super(`Halted: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Run `work` as the durable step `id`, under the run's lease.
 *
 * @throws {Halted} when there is nothing left to do for this engine run.
 */
export async function durableStep<T extends Json>(
  job: Job,
  id: string,
  work: (held: HeldStep) => Promise<T>,
): Promise<T> {
  const outcome = (await job.run(id, () => executeStep(job, id, work))) as { value: T } | { halt: LossReason };
  if ("halt" in outcome) throw new Halted(outcome.halt);
  return outcome.value;
}

async function executeStep(job: Job, id: string, work: (held: HeldStep) => Promise<Json>): Promise<Outcome> {
  const lease = await take(job, id);
  if (lease === undefined) {
    // Cancelled while no step was at work: nobody else will hear of it.
    const cancelled = await settleCancelled(job.ctx, job.request.runId, { engineRunId: job.engineRunId });
    return { halt: cancelled ? "cancelled" : "over" };
  }
  using watch = watchLease(job.ctx, job.hub, lease, job.shutdown);
  try {
    return { value: await work({ ctx: job.ctx, lease, step: id, watch }) };
  } catch (error) {
    const lost = watch.lost ?? (error instanceof LeaseLost ? error.reason : undefined);
    if (lost !== undefined) return concede(job, lease, lost);
    job.onError?.(error, { runId: job.request.runId, step: id, attempt: job.attempt });
    const failure = toJobError(error, job.attempt);
    await noteFailure(job.ctx, lease, failure.shown).catch(() => {});
    throw failure.thrown;
  }
}

async function take(job: Job, step: string): Promise<Lease | undefined> {
  try {
    return await takeRun(job.ctx, {
      runId: job.request.runId,
      dispatch: job.request.dispatchId,
      engineRunId: job.engineRunId,
      repeat: job.attempt > 0,
    });
  } catch (error) {
    job.onError?.(error, { runId: job.request.runId, step, attempt: job.attempt });
    throw toJobError(error, job.attempt).thrown;
  }
}

async function concede(job: Job, lease: Lease, reason: LossReason): Promise<Outcome> {
  // Should this report still be accepted, the take that displaced us has finished by then and the repeat finds its work stored.
  if (reason === "fenced") throw new RetryAfterError("Another worker has taken this step.", retryFencedAfterMs);
  if (reason === "cancelled") await settleCancelled(job.ctx, lease.runId, { epoch: lease.epoch });
  return { halt: reason };
}

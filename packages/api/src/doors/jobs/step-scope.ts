import { runs } from "@longhand/db";
import type { StepScope, WriterEvent } from "@longhand/writer";
import type { SessionEventBody } from "../../verbs/events/contract.ts";
import { appendEvents } from "../../verbs/events/append-events.ts";
import { beatLease, isHeldBy } from "../../verbs/runs/lease.ts";
import { beginAnswer, findAnswer, finishAnswer, recordLostUsage } from "../../verbs/runs/model-calls.ts";
import type { HeldStep } from "./durable-step.ts";

/** What every step of the writer may do, on this database. */
export function createStepScope({ ctx, lease, step, watch }: HeldStep): StepScope {
  return {
    signal: watch.signal,
    attempt: lease.epoch,
    async append(events) {
      if (events.length === 0) return;
      await watch.under(() =>
        appendEvents(
          ctx,
          lease,
          step,
          events.map((event) => toSessionEvent(lease.runId, event)),
        ),
      );
      const progress = events.findLast((event) => event.kind === "run.progress");
      if (progress !== undefined)
        await ctx.db
          .update(runs)
          .set({ progress: { phase: "writing", ...progress.payload } })
          .where(isHeldBy(lease));
    },
    beat: () => watch.under(() => beatLease(ctx, lease)),
    findAnswer: (hash) => findAnswer(ctx, lease, { step, hash }),
    beginAnswer: (hash, model) => watch.under(() => beginAnswer(ctx, lease, { step, hash }, model)),
    finishAnswer: (hash, answer, usage) => watch.under(() => finishAnswer(ctx, lease, { step, hash }, answer, usage)),
    recordLostUsage: (usage) => recordLostUsage(ctx, lease, step, usage),
  };
}

function toSessionEvent(runId: string, event: WriterEvent): SessionEventBody {
  return event.kind === "run.progress" ? { kind: "run.progress", payload: { runId, ...event.payload } } : event;
}

import { tracked } from "@trpc/server";
import { z } from "zod";
import { GenerateExamplesInput } from "../../verbs/examples/contract.ts";
import { generateExamples } from "../../verbs/examples/generate-examples.ts";
import { TailEventsInput } from "../../verbs/events/contract.ts";
import { tailEvents } from "../../verbs/events/tail-events.ts";
import { cancelRun } from "../../verbs/runs/cancel-run.ts";
import { RunRef } from "../../verbs/runs/contract.ts";
import { getRun } from "../../verbs/runs/get-run.ts";
import { SessionRef } from "../../verbs/sessions/contract.ts";
import { updateSession } from "../../verbs/sessions/update-session.ts";
import { StartTurnInput } from "../../verbs/turns/contract.ts";
import { retryTurn } from "../../verbs/turns/retry-turn.ts";
import { startTurn } from "../../verbs/turns/start-turn.ts";
import { procedure, router } from "./init.ts";

export const turns = router({
  start: procedure.input(StartTurnInput).mutation(({ ctx, input }) => startTurn(ctx.verb, input)),
  retry: procedure.input(RunRef).mutation(({ ctx, input }) => retryTurn(ctx.verb, input)),
});

export const examples = router({
  generate: procedure.input(GenerateExamplesInput).mutation(({ ctx, input }) => generateExamples(ctx.verb, input)),
  clear: procedure
    .input(SessionRef)
    .mutation(({ ctx, input }) => updateSession(ctx.verb, { ...input, generatedExamples: null })),
});

export const runs = router({
  get: procedure.input(RunRef).query(({ ctx, input }) => getRun(ctx.verb, input)),
  cancel: procedure.input(RunRef).mutation(({ ctx, input }) => cancelRun(ctx.verb, input)),
});

/** tRPC's own resume: after a lost connection the browser repeats the subscription with the last tracked id. */
const TailInput = TailEventsInput.extend({ lastEventId: z.string().regex(/^\d+$/).nullish() });

export const events = router({
  tail: procedure.input(TailInput).subscription(async function* ({ ctx, input, signal }) {
    let cursor =
      input.lastEventId === null || input.lastEventId === undefined ? (input.after ?? 0) : Number(input.lastEventId);
    const stop = signal ?? new AbortController().signal;
    for await (const batch of tailEvents(ctx.verb, ctx.hub, { sessionId: input.sessionId, after: cursor }, stop)) {
      for (const item of batch) {
        if (item.type === "event") cursor = item.event.seq;
        yield tracked(String(cursor), item);
      }
    }
  }),
});

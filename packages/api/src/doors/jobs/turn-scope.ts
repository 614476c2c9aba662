import type { TurnScope } from "@longhand/writer";
import { readTranscript } from "../../verbs/runs/read-transcript.ts";
import { commitTool, findToolResult } from "../../verbs/turns/commit-tool.ts";
import { endTurn } from "../../verbs/turns/end-turn.ts";
import { loadTurn, loadTurnLeads, requireTurn } from "../../verbs/turns/load-turn.ts";
import { readTurnInput } from "../../verbs/turns/turn-input.ts";
import type { HeldStep } from "./durable-step.ts";
import { createStepScope } from "./step-scope.ts";

/** What a turn's steps may do, on this database. */
export function createTurnScope(held: HeldStep): TurnScope {
  const { ctx, lease, step, watch } = held;
  return {
    ...createStepScope(held),
    loadTurn: () => loadTurn(ctx, lease.runId),
    async loadLeads() {
      const { run } = await requireTurn(ctx, lease.runId);
      return (await loadTurnLeads(ctx, lease.campaignId, readTurnInput(run.input))).leads;
    },
    transcript: () => readTranscript(ctx, lease.runId),
    findToolResult: (callId) => findToolResult(ctx, lease, { step, callId }),
    commitTool: (callId, effect) => watch.under(() => commitTool(ctx, lease, { step, callId }, effect)),
    endTurn: (end) => watch.under(() => endTurn(ctx, lease, end)),
  };
}

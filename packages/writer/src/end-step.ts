import type { TurnScope } from "./ports.ts";
import type { StopRule } from "./stop-rules.ts";
import { turnEnd, type LoopEnd } from "./turn-end.ts";

/** Write the turn's last message and settle it. The message is never empty, and never raw data. */
export async function endStep(scope: TurnScope, loop: LoopEnd): Promise<{ rule: StopRule }> {
  const state = await scope.loadTurn();
  await scope.endTurn(turnEnd(state, await scope.transcript(), loop));
  return { rule: loop.rule };
}

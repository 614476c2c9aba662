import type { Context } from "../../base/context.ts";
import type { Hub } from "../../base/hub.ts";
import { findFloor } from "../events/find-floor.ts";
import { tailRun } from "../events/tail-run.ts";
import type { RunView } from "./contract.ts";
import { getRun } from "./get-run.ts";

/**
 * A run when it has ended, or as it stands at the signal.
 *
 * @throws {AppError} `not_found` when it is deleted meanwhile.
 */
export async function awaitEnd(ctx: Context, hub: Hub, run: RunView, signal: AbortSignal): Promise<RunView> {
  const { id: runId, sessionId } = run;
  if (run.endedAt !== null || sessionId === null) return run;
  const after = await findFloor(ctx, { sessionId });
  for await (const _ of tailRun(hub, { runId, sessionId, after }, signal));
  return getRun(ctx, { runId });
}

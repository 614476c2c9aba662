import { runs } from "@longhand/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import type { RunRef, RunView } from "./contract.ts";
import { looksStale } from "./looks-stale.ts";
import { toRunView, type RunRow } from "./to-run-view.ts";

/**
 * One run. One that looks abandoned is read as it stands, and the watchdog looks after it.
 *
 * @throws {AppError} `not_found`, the same for absent and foreign.
 */
export async function getRun(ctx: Context, input: RunRef): Promise<RunView> {
  const row = await requireRun(ctx, input.runId);
  if (looksStale(row)) ctx.wake.watchdog();
  return toRunView(row);
}

/**
 * The row of a run of the actor's.
 *
 * @throws {AppError} `not_found`.
 */
export async function requireRun(ctx: Context, runId: string): Promise<RunRow> {
  const [row] = await ctx.db
    .select()
    .from(runs)
    .where(and(eq(runs.id, runId), eq(runs.userId, ctx.actor.userId)));
  if (row === undefined) throw notFound("Run");
  return row;
}

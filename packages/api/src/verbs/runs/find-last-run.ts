import { runs } from "@longhand/db";
import { and, desc, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import type { RunView } from "./contract.ts";
import { toRunView } from "./to-run-view.ts";

/** The newest run of a session of the actor's, unsettled or not. */
export async function findLastRun(ctx: Context, sessionId: string): Promise<RunView | null> {
  const [row] = await ctx.db
    .select()
    .from(runs)
    .where(and(eq(runs.sessionId, sessionId), eq(runs.userId, ctx.actor.userId)))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(1);
  return row === undefined ? null : toRunView(row);
}

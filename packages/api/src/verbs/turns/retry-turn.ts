import { chatMessages, runs } from "@longhand/db";
import { and, desc, eq, ne } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { AppError } from "../../base/errors.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import { claimRunOrRefuse } from "../runs/claim-run.ts";
import type { RunRef, StartedRun } from "../runs/contract.ts";
import { requireRun } from "../runs/get-run.ts";
import { orderRun } from "../runs/job-events.ts";

/**
 * Try a failed or cancelled run again, with the same request: a new run that names the old one. A turn answers the same
 * message of the person; it is not said twice.
 *
 * @throws {AppError} `not_found`; `session_busy`; `invalid_input` unless it is the session's last run and has failed or was cancelled.
 */
export async function retryTurn(ctx: Context, input: RunRef): Promise<StartedRun> {
  const started = await inTransaction(ctx, async (tx) => {
    const old = await requireRun(tx, input.runId);
    const { sessionId } = old;
    if (sessionId === null || (old.kind !== "chat" && old.kind !== "examples")) throw notRetryable();
    const id = await claimRunOrRefuse(tx, { sessionId, kind: old.kind, input: old.input, retryOf: old.id });
    const last = await findLastBefore(tx, sessionId, id);
    if (last !== old.id || (old.status !== "failed" && old.status !== "cancelled")) throw notRetryable();
    const [message] = await tx.db
      .update(chatMessages)
      .set({ runId: id })
      .where(and(eq(chatMessages.runId, old.id), eq(chatMessages.role, "user")))
      .returning({ id: chatMessages.id });
    await appendSessionEvents(tx, sessionId, [
      { kind: "run.queued", runId: id, payload: { runId: id, kind: old.kind, messageId: message?.id ?? null } },
    ]);
    await orderRun(tx, { runId: id, dispatchId: 1, userId: tx.actor.userId, kind: old.kind });
    return { id, sessionId };
  });
  return { runId: started.id, publicAccessToken: await ctx.runTokens.issue({ ...started, userId: ctx.actor.userId }) };
}

async function findLastBefore(tx: TxContext, sessionId: string, newest: string): Promise<string | undefined> {
  const [last] = await tx.db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.sessionId, sessionId), ne(runs.id, newest)))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(1);
  return last?.id;
}

function notRetryable(): AppError {
  return new AppError(
    "invalid_input",
    "Only the last run of a session can be tried again, once it has failed or was cancelled. Send a new message instead.",
  );
}

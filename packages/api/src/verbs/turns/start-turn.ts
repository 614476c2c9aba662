import { chatMessages, runs } from "@longhand/db";
import { eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { AppError } from "../../base/errors.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import { claimRun, claimRunOrRefuse } from "../runs/claim-run.ts";
import type { StartedRun } from "../runs/contract.ts";
import { orderRun } from "../runs/job-events.ts";
import { requireSession } from "../sessions/access.ts";
import { appendMessage } from "./append-message.ts";
import type { StartTurnInput } from "./contract.ts";
import { refuseSelection } from "./refuse-selection.ts";
import { toTurnInput } from "./turn-input.ts";

/**
 * Say something in a session and have it answered by a run.
 *
 * Claim, message and dispatch order commit together: of any number of callers at
 * once one is heard, and what is heard is never lost. A `messageId` that was sent
 * before gives the run it started then.
 *
 * @throws {AppError} `not_found`; `session_busy` with the run that holds the session; `invalid_input` for a `messageId` of
 * another session and for a selection of words that are not there.
 */
export async function startTurn(ctx: Context, input: StartTurnInput): Promise<StartedRun> {
  const runId = await inTransaction(ctx, async (tx) => {
    const session = await requireSession(tx, input.sessionId);
    const heard = await findHeard(tx, input);
    if (heard !== undefined) return heard;
    if (input.selection !== undefined) await refuseSelection(tx, session, input.selection);
    const claim = { sessionId: input.sessionId, kind: "chat", input: toTurnInput(input) } as const;
    const claimed = await claimRun(tx, claim);
    // The holder may be the run of this very message, sent twice at once; its transaction was waited for.
    const twin = claimed === undefined ? await findHeard(tx, input) : undefined;
    if (twin !== undefined) return twin;
    const id = claimed ?? (await claimRunOrRefuse(tx, claim));
    const said = await appendMessage(tx, {
      id: input.messageId,
      sessionId: input.sessionId,
      role: "user",
      content: input.message,
      runId: id,
      state: "complete",
      details: null,
    });
    await appendSessionEvents(tx, input.sessionId, [
      {
        kind: "run.queued",
        runId: id,
        payload: { runId: id, kind: "chat", messageId: said.kind === "message.added" ? said.payload.id : null },
      },
      said,
    ]);
    await orderRun(tx, { runId: id, dispatchId: 1, userId: tx.actor.userId, kind: "chat" });
    return id;
  });
  return {
    runId,
    publicAccessToken: await ctx.runTokens.issue({ id: runId, sessionId: input.sessionId, userId: ctx.actor.userId }),
  };
}

/** The run of a message that was already said with this id. */
async function findHeard(tx: TxContext, input: StartTurnInput): Promise<string | undefined> {
  if (input.messageId === undefined) return undefined;
  const [message] = await tx.db
    .select({ sessionId: chatMessages.sessionId, runId: runs.id })
    .from(chatMessages)
    .leftJoin(runs, eq(runs.id, chatMessages.runId))
    .where(eq(chatMessages.id, input.messageId));
  if (message === undefined) return undefined;
  if (message.sessionId === input.sessionId && message.runId !== null) return message.runId;
  throw new AppError("invalid_input", "This message id is taken. Send the message with a fresh one.", {
    issues: [{ path: "/message_id", message: "is taken" }],
  });
}

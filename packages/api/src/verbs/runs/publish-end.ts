import { runs } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import type { TxContext } from "../../base/transaction.ts";
import { appendSessionEvents, type NewSessionEvent } from "../events/append-session-events.ts";
import { appendMessage } from "../turns/append-message.ts";
import type { RunError, RunStatus } from "./contract.ts";
import { readPartialText } from "./read-partial-text.ts";
import { sumUsage } from "./sum-usage.ts";
import type { RunRow } from "./to-run-view.ts";

/**
 * Say how a run ended, in the transaction whose statement settled it; that row is
 * the fence, so nothing of the run can follow.
 *
 * Stores what the run has cost. A cancelled chat keeps what was said as a stopped
 * assistant message.
 */
export async function publishEnd(tx: TxContext, run: RunRow): Promise<void> {
  const usage = await sumUsage(tx, run.id);
  await tx.db
    .update(runs)
    .set({ usage: usage === null ? null : { ...usage }, updatedAt: sql`now()` })
    .where(eq(runs.id, run.id));
  if (run.sessionId === null) return;
  const events: NewSessionEvent[] = [];
  if (run.status === "cancelled" && run.kind === "chat") {
    const text = await readPartialText(tx, run.sessionId, run.id);
    if (text !== "")
      events.push(
        await appendMessage(tx, {
          sessionId: run.sessionId,
          role: "assistant",
          content: text,
          runId: run.id,
          state: "stopped",
          details: null,
        }),
      );
  }
  const error: unknown = run.status === "failed" ? run.error : null;
  events.push({
    kind: "run.ended",
    runId: run.id,
    payload: { runId: run.id, status: run.status as RunStatus, error: error as RunError | null },
  });
  await appendSessionEvents(tx, run.sessionId, events);
}

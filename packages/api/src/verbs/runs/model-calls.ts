import { llmCalls, llmUsage, sessionEvents } from "@longhand/db";
import type { ModelUsage, StoredAnswer } from "@longhand/writer";
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { toStored } from "../../base/json.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import { holdLease, type Lease } from "./lease.ts";
import { sumUsage } from "./sum-usage.ts";

/** One model call: a step and what it asks. */
export interface ModelRequest {
  readonly step: string;
  readonly hash: string;
}

/** The answer an earlier execution of the step got to the same request. */
export async function findAnswer(ctx: Context, lease: Lease, request: ModelRequest): Promise<StoredAnswer | null> {
  const [row] = await ctx.db
    .select({ response: llmCalls.response })
    .from(llmCalls)
    .where(and(isCall(lease, request), isNotNull(llmCalls.response)));
  const response: unknown = row?.response ?? null;
  return response as StoredAnswer | null;
}

/**
 * Record that a provider is about to be asked.
 *
 * @throws {LeaseLost}
 */
export async function beginAnswer(ctx: Context, lease: Lease, request: ModelRequest, model: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await holdLease(tx, lease);
    await tx.db
      .insert(llmCalls)
      .values({
        runId: lease.runId,
        step: request.step,
        requestHash: request.hash,
        model,
        startedAt: sql`clock_timestamp()`,
      })
      .onConflictDoUpdate({
        target: [llmCalls.runId, llmCalls.step, llmCalls.requestHash],
        set: { model, startedAt: sql`clock_timestamp()` },
        setWhere: isNull(llmCalls.response),
      });
  });
}

/**
 * Keep a whole answer and its cost, and replace the step's fragments in the log by one `step.commit`; a repeat of the step
 * finds it and asks nobody.
 *
 * @throws {LeaseLost} nothing is written.
 */
export async function finishAnswer(
  ctx: Context,
  lease: Lease,
  request: ModelRequest,
  answer: StoredAnswer,
  usage: ModelUsage,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await holdLease(tx, lease);
    const done = {
      model: answer.model,
      response: toStored(answer),
      finishReason: answer.finish_reason,
      finishedAt: sql`clock_timestamp()`,
    };
    await tx.db
      .insert(llmCalls)
      .values({ runId: lease.runId, step: request.step, requestHash: request.hash, ...done })
      .onConflictDoUpdate({ target: [llmCalls.runId, llmCalls.step, llmCalls.requestHash], set: done });
    await insertUsage(tx, lease, request.step, usage);
    await compactStep(tx, lease, request.step);
    const total = await sumUsage(tx, lease.runId);
    const of = { runId: lease.runId, step: request.step, attempt: lease.epoch };
    await appendSessionEvents(tx, lease.sessionId, [
      { kind: "step.commit", ...of, payload: { text: answer.text, model: answer.model } },
      ...(total === null ? [] : [{ kind: "usage" as const, ...of, payload: total }]),
    ]);
  });
}

/** Usage of a call that ended without an answer. It was paid for, so no fence applies. */
export async function recordLostUsage(ctx: Context, lease: Lease, step: string, usage: ModelUsage): Promise<void> {
  await insertUsage(ctx, lease, step, usage);
}

async function insertUsage(ctx: Context, lease: Lease, step: string, usage: ModelUsage): Promise<void> {
  await ctx.db.insert(llmUsage).values({
    userId: lease.userId,
    sessionId: lease.sessionId,
    runId: lease.runId,
    step,
    attempt: lease.epoch,
    provider: usage.provider,
    model: usage.model,
    inputTokens: usage.input,
    cachedReadTokens: usage.cached_read,
    cachedWriteTokens: usage.cached_write,
    outputTokens: usage.output,
    reasoningTokens: usage.reasoning,
    priceVersion: usage.price_version,
    usdMicros: usage.usd_micros,
    estimated: usage.estimated,
  });
}

/** Drop a step's fragments once it is whole. Their numbers go missing on purpose: readers compare numbers, they do not count them. */
async function compactStep(tx: TxContext, lease: Lease, step: string): Promise<void> {
  await tx.db
    .delete(sessionEvents)
    .where(
      and(
        eq(sessionEvents.sessionId, lease.sessionId),
        eq(sessionEvents.runId, lease.runId),
        eq(sessionEvents.step, step),
        inArray(sessionEvents.kind, ["text.delta", "artifact.preview"]),
      ),
    );
}

function isCall(lease: Lease, request: ModelRequest) {
  return and(eq(llmCalls.runId, lease.runId), eq(llmCalls.step, request.step), eq(llmCalls.requestHash, request.hash));
}

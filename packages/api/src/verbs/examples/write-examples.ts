import { examples, leads, runs } from "@longhand/db";
import type { WrittenExample } from "@longhand/writer";
import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { toStored } from "../../base/json.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import { holdLease, type Lease } from "../runs/lease.ts";
import { settleRun } from "../runs/settle-run.ts";
import { clearExamples } from "./clear-examples.ts";
import { readChosen, requireExamplesRun, type RestsOn } from "./load-examples.ts";

/**
 * Store emails written for leads, with the run's progress and its events, in one transaction. An example of the same lead
 * is replaced; a first batch takes those of earlier runs out of view with its first lead.
 *
 * @throws {LeaseLost} nothing is written.
 */
export async function writeExamples(
  ctx: Context,
  lease: Lease,
  step: string,
  written: readonly WrittenExample[],
  restsOn: RestsOn,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await holdLease(tx, lease);
    const { session, input } = await requireExamplesRun(tx, lease.runId);
    if (input.isFirstBatch) await clearExamples(tx, lease.sessionId, lease.runId);
    const places = new Map(input.leads.map(({ key }, position) => [key, position]));
    const chosen = input.leads.filter(({ key }) => written.some((example) => example.key === key));
    const values = new Map((await readChosen(tx, session.campaignId, chosen)).map(({ key, lead }) => [key, lead]));
    const stored = await storedIds(tx, session.campaignId, written);
    for (const example of written) {
      const row = {
        runId: lease.runId,
        ...restsOn,
        leadId: stored.has(example.key) ? example.key : null,
        position: places.get(example.key) ?? 0,
        lead: toStored(values.get(example.key) ?? {}),
        status: example.status,
        subject: example.subject,
        body: example.body,
        issues: toStored(example.issues),
        evidence: toStored(example.evidence),
      };
      await tx.db
        .insert(examples)
        .values({ sessionId: lease.sessionId, leadKey: example.key, ...row })
        .onConflictDoUpdate({
          target: [examples.sessionId, examples.leadKey],
          targetWhere: isNull(examples.hiddenAt),
          set: { ...row, updatedAt: sql`now()` },
        });
    }
    await announce(tx, lease, step, written, input.leads.length);
  });
}

/** Keys a run has already written, so that a repeated step skips them. */
export async function writtenKeys(ctx: Context, lease: Lease): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ key: examples.leadKey })
    .from(examples)
    .where(and(eq(examples.sessionId, lease.sessionId), eq(examples.runId, lease.runId), isNull(examples.hiddenAt)));
  return rows.map((row) => row.key);
}

/**
 * End an examples run; leads that failed are rows with an error, not a failed run.
 *
 * @throws {LeaseLost}
 */
export async function endExamples(ctx: Context, lease: Lease): Promise<void> {
  await settleRun(ctx, lease, async () => {});
}

async function storedIds(
  tx: TxContext,
  campaignId: string,
  written: readonly WrittenExample[],
): Promise<ReadonlySet<string>> {
  const ids = written.map(({ key }) => key).filter((key) => /^[0-9a-f-]{36}$/.test(key));
  if (ids.length === 0) return new Set();
  const rows = await tx.db
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.campaignId, campaignId), inArray(leads.id, ids)));
  return new Set(rows.map((row) => row.id));
}

async function announce(
  tx: TxContext,
  lease: Lease,
  step: string,
  written: readonly WrittenExample[],
  total: number,
): Promise<void> {
  const [row] = await tx.db
    .select({ all: count() })
    .from(examples)
    .where(and(eq(examples.sessionId, lease.sessionId), eq(examples.runId, lease.runId), isNull(examples.hiddenAt)));
  const done = row?.all ?? 0;
  await tx.db
    .update(runs)
    .set({ progress: { phase: "writing", done, total } })
    .where(eq(runs.id, lease.runId));
  const of = { runId: lease.runId, step, attempt: lease.epoch };
  await appendSessionEvents(tx, lease.sessionId, [
    ...written.map(({ key, status }, index) => ({
      kind: "example.written" as const,
      ...of,
      payload: { leadId: key, status, done: done - written.length + index + 1, total },
    })),
    { kind: "run.progress", ...of, payload: { runId: lease.runId, done, total } },
  ]);
}

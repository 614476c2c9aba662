import { aiChatSessions, runs, toolResults } from "@longhand/db";
import type { Json, ToolEffect } from "@longhand/writer";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { toStored } from "../../base/json.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { appendDraft } from "../drafts/append-draft.ts";
import { openProposal } from "../proposals/open-proposal.ts";
import { holdLease, type Lease } from "../runs/lease.ts";
import { advanceRevision } from "../sessions/advance-revision.ts";
import { appendSkeleton } from "../skeletons/append-skeleton.ts";
import { findSkeleton } from "../skeletons/read-skeletons.ts";

/** The tool call whose effect is stored. */
export interface ToolCall {
  readonly step: string;
  readonly callId: string;
}

type Artifact = Extract<ToolEffect, { readonly kind: "skeleton" | "draft" }>;

/**
 * Store what a tool changes together with its result, once: a repeat returns what was stored.
 *
 * A skeleton or draft becomes a version when the session still stands where the
 * run last wrote or read it; when a person has edited meanwhile it becomes a
 * proposal, and so do later writes of this run.
 *
 * @throws {LeaseLost} nothing is written.
 */
export async function commitTool(ctx: Context, lease: Lease, call: ToolCall, effect: ToolEffect): Promise<Json> {
  return inTransaction(ctx, async (tx) => {
    const { baseRevision } = await holdLease(tx, lease);
    const stored = await findToolResult(tx, lease, call);
    if (stored !== null) return stored;
    const result = await apply(tx, lease, baseRevision, effect);
    await tx.db
      .insert(toolResults)
      .values({ runId: lease.runId, step: call.step, toolCallId: call.callId, result: toStored(result) });
    return result;
  });
}

/** What a tool call of this run answered before. */
export async function findToolResult(ctx: Context, lease: Lease, call: ToolCall): Promise<Json | null> {
  const [row] = await ctx.db
    .select({ result: toolResults.result })
    .from(toolResults)
    .where(
      and(eq(toolResults.runId, lease.runId), eq(toolResults.step, call.step), eq(toolResults.toolCallId, call.callId)),
    );
  return (row?.result ?? null) as Json | null;
}

async function apply(tx: TxContext, lease: Lease, baseRevision: number, effect: ToolEffect): Promise<Json> {
  if (effect.kind === "none") return effect.result;
  if (effect.kind === "brief") {
    await tx.db
      .update(aiChatSessions)
      .set({ brief: toStored(effect.brief) })
      .where(eq(aiChatSessions.id, lease.sessionId));
    return effect.result;
  }
  const revision = await advanceRevision(tx, lease.sessionId, baseRevision);
  if (revision === undefined) return propose(tx, lease, baseRevision, effect);
  await tx.db.update(runs).set({ baseRevision: revision }).where(eq(runs.id, lease.runId));
  return writeVersion(tx, lease, revision, effect);
}

async function propose(tx: TxContext, lease: Lease, baseRevision: number, effect: Artifact): Promise<Json> {
  const to = { sessionId: lease.sessionId, runId: lease.runId, baseRevision };
  const { id } = await openProposal(
    tx,
    effect.kind === "draft"
      ? { ...to, target: "draft", after: { subject: effect.subject, body: effect.body } }
      : { ...to, target: "skeleton", after: effect.skeleton },
  );
  return { ...effect.result, proposal_id: id };
}

async function writeVersion(tx: TxContext, lease: Lease, revision: number, effect: Artifact): Promise<Json> {
  const version = {
    sessionId: lease.sessionId,
    revision,
    author: "ai",
    runId: lease.runId,
    restoredFrom: null,
  } as const;
  if (effect.kind === "skeleton") {
    const { frameworkVersion } = await appendSkeleton(tx, { ...version, skeleton: effect.skeleton });
    return { ...effect.result, framework_version: frameworkVersion, revision };
  }
  const skeleton = await findSkeleton(tx, lease.sessionId);
  const { number } = await appendDraft(tx, {
    ...version,
    subject: effect.subject,
    body: effect.body,
    frameworkVersion: skeleton?.frameworkVersion ?? null,
    blockSpans: effect.block_spans,
    notes: effect.notes,
    claims: effect.claims,
    evidence: effect.evidence,
    report: effect.report,
  });
  return { ...effect.result, revision, version: number };
}

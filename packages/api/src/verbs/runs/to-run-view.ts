import type { runs } from "@longhand/db";
import type { RunError, RunKind, RunStatus, RunView, UsageView } from "./contract.ts";

/** A run's own row. */
export type RunRow = typeof runs.$inferSelect;

/** A stored run as callers see it. An error noted by an attempt that was repeated is not shown: only a failed run has one. */
export function toRunView(row: RunRow): RunView {
  const progress: unknown = row.progress;
  const error: unknown = row.error;
  const usage: unknown = row.usage;
  return {
    id: row.id,
    sessionId: row.sessionId,
    campaignId: row.campaignId,
    kind: row.kind as RunKind,
    status: row.status as RunStatus,
    progress: toProgress(progress),
    error: row.status === "failed" ? (error as RunError | null) : null,
    usage: usage as UsageView | null,
    startedAt: row.startedAt,
    endedAt: row.settledAt,
    createdAt: row.createdAt,
  };
}

function toProgress(stored: unknown): { done: number; total: number } | null {
  const progress = stored as { readonly done: number; readonly total: number } | null;
  return progress === null ? null : { done: progress.done, total: progress.total };
}

import { z } from "zod";
import { Id } from "../../base/ids.ts";

export type RunKind = "chat" | "examples" | "messages" | "sequence";
export type RunStatus = "queued" | "running" | "succeeded" | "failed" | "cancelled";

export const RunRef = z.strictObject({ runId: Id });
export interface RunRef extends z.infer<typeof RunRef> {}

/** What a run has cost. `costUsd` null means that the price is unknown. */
export interface UsageView {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number | null;
  readonly model: string;
  readonly estimated: boolean;
}

export interface RunError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

export interface RunView {
  readonly id: string;
  readonly sessionId: string | null;
  readonly campaignId: string;
  readonly kind: RunKind;
  readonly status: RunStatus;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly error: RunError | null;
  readonly usage: UsageView | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly createdAt: Date;
}

/** The answer to a started run: 202. */
export interface StartedRun {
  readonly runId: string;
  readonly publicAccessToken: string;
}

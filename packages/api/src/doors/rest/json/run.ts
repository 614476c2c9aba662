import { z } from "zod";
import { toRunId } from "../../../base/ids.ts";
import type { RunView, StartedRun } from "../../../verbs/runs/contract.ts";
import { instant, runIdJson, toInstant, uuid } from "./common.ts";

const kind = z.enum(["chat", "examples", "messages", "sequence"]);
const status = z.enum(["queued", "running", "succeeded", "failed", "cancelled"]);
const progress = z.object({ done: z.int(), total: z.int() }).nullable();
const error = z.object({ code: z.string(), message: z.string(), retryable: z.boolean() }).nullable();

/** What a run has cost; `cost_usd` null means that the price is unknown. */
export const UsageJson = z
  .object({
    input_tokens: z.int(),
    output_tokens: z.int(),
    cost_usd: z.number().nullable(),
    model: z.string(),
    estimated: z.boolean(),
  })
  .meta({ id: "Usage" });

export const RunJson = z
  .object({
    id: runIdJson,
    session_id: uuid.nullable(),
    campaign_id: uuid,
    kind,
    status,
    progress,
    error,
    usage: UsageJson.nullable(),
    started_at: instant.nullable(),
    ended_at: instant.nullable(),
    created_at: instant,
  })
  .meta({ id: "Run" });
export interface RunJson extends z.infer<typeof RunJson> {}

/** A run as its session carries it. */
export const LastRunJson = z
  .object({
    id: runIdJson,
    kind,
    status,
    error,
    progress,
    started_at: instant.nullable(),
    ended_at: instant.nullable(),
    usage: UsageJson.nullable(),
  })
  .meta({ id: "LastRun" });

/** A run that was accepted. The token reads this run and its events for one hour. */
export const StartedRunJson = z.object({ runId: runIdJson, publicAccessToken: z.string() }).meta({ id: "StartedRun" });

export function toStartedRunJson(run: StartedRun): z.infer<typeof StartedRunJson> {
  return { runId: toRunId(run.runId), publicAccessToken: run.publicAccessToken };
}

export function toUsageJson(usage: RunView["usage"]): z.infer<typeof UsageJson> | null {
  if (usage === null) return null;
  return {
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cost_usd: usage.costUsd,
    model: usage.model,
    estimated: usage.estimated,
  };
}

export function toRunJson(run: RunView): RunJson {
  return {
    id: toRunId(run.id),
    session_id: run.sessionId,
    campaign_id: run.campaignId,
    kind: run.kind,
    status: run.status,
    progress: run.progress,
    error: run.error,
    usage: toUsageJson(run.usage),
    started_at: toInstant(run.startedAt),
    ended_at: toInstant(run.endedAt),
    created_at: toInstant(run.createdAt),
  };
}

export function toLastRunJson(run: RunView): z.infer<typeof LastRunJson> {
  return {
    id: toRunId(run.id),
    kind: run.kind,
    status: run.status,
    error: run.error,
    progress: run.progress,
    started_at: toInstant(run.startedAt),
    ended_at: toInstant(run.endedAt),
    usage: toUsageJson(run.usage),
  };
}

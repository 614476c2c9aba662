import { llmUsage } from "@longhand/db";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import type { UsageView } from "./contract.ts";

/** What a run has cost so far, summed over every call that reached a provider; null before the first. */
export async function sumUsage(ctx: Context, runId: string): Promise<UsageView | null> {
  const rows = await ctx.db
    .select()
    .from(llmUsage)
    .where(eq(llmUsage.runId, runId))
    .orderBy(asc(llmUsage.createdAt), asc(llmUsage.id));
  const last = rows.at(-1);
  if (last === undefined) return null;
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    inputTokens: sum((row) => row.inputTokens),
    outputTokens: sum((row) => row.outputTokens),
    costUsd: rows.some((row) => row.usdMicros === null) ? null : sum((row) => row.usdMicros ?? 0) / 1_000_000,
    model: last.model,
    estimated: rows.some((row) => row.estimated),
  };
}

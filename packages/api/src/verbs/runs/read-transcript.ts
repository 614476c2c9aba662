import { llmCalls, toolResults } from "@longhand/db";
import type { Json, StoredAnswer, TranscriptEntry } from "@longhand/writer";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Context } from "../../base/context.ts";

/** A run's answers and tool results in the order they came; of a step asked more than once, the last answer. */
export async function readTranscript(ctx: Context, runId: string): Promise<readonly TranscriptEntry[]> {
  const answers = await ctx.db
    .select()
    .from(llmCalls)
    .where(and(eq(llmCalls.runId, runId), isNotNull(llmCalls.response)));
  const results = await ctx.db
    .select()
    .from(toolResults)
    .where(eq(toolResults.runId, runId))
    .orderBy(asc(toolResults.id));
  const lastOfStep = new Map(
    answers.toSorted((a, b) => at(a.finishedAt) - at(b.finishedAt)).map((row) => [row.step, row]),
  );
  const entries = [
    ...[...lastOfStep.values()].map((row) => ({
      at: at(row.finishedAt),
      entry: { kind: "answer" as const, step: row.step, answer: toAnswer(row.response) },
    })),
    ...results.map((row) => ({
      at: at(row.createdAt),
      entry: { kind: "tool" as const, step: row.step, call_id: row.toolCallId, result: row.result as Json },
    })),
  ];
  return entries.toSorted((a, b) => a.at - b.at).map(({ entry }) => entry);
}

function toAnswer(response: unknown): StoredAnswer {
  return response as StoredAnswer;
}

function at(instant: Date | null): number {
  return instant?.getTime() ?? 0;
}

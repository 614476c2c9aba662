import { aiChatSessions, campaigns } from "@longhand/db";
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { decodeCursor, encodeCursor } from "../../base/cursor.ts";
import { notFound } from "../../base/errors.ts";
import { inTransaction } from "../../base/transaction.ts";
import { listExamples } from "../examples/list-examples.ts";
import { listMessages } from "../turns/list-messages.ts";
import type { ListSessionsInput, SessionPage, SessionSummary } from "./contract.ts";
import { draftHistory, skeletonHistory } from "./load-session.ts";
import { loadSummaries, type LoadedSummary } from "./load-summaries.ts";

/**
 * The sessions of a campaign, oldest first. Transcripts, histories and examples come only when asked for.
 *
 * @throws {AppError} `not_found` for a foreign campaign; `invalid_input` for a bad cursor.
 */
export async function listSessions(ctx: Context, input: ListSessionsInput): Promise<SessionPage> {
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  return inTransaction(
    ctx,
    async (tx) => {
      const [campaign] = await tx.db
        .select({ id: campaigns.id })
        .from(campaigns)
        .where(and(eq(campaigns.id, input.campaignId), eq(campaigns.userId, ctx.actor.userId)));
      if (campaign === undefined) throw notFound("Campaign");
      const rows = await tx.db
        .select({ ...getTableColumns(aiChatSessions), instant: sql<string>`${aiChatSessions.createdAt}::text` })
        .from(aiChatSessions)
        .where(
          and(
            eq(aiChatSessions.campaignId, input.campaignId),
            eq(aiChatSessions.userId, ctx.actor.userId),
            after &&
              sql`(${aiChatSessions.createdAt}, ${aiChatSessions.id}) > (${after.instant}::timestamptz, ${after.id}::uuid)`,
          ),
        )
        .orderBy(asc(aiChatSessions.createdAt), asc(aiChatSessions.id))
        .limit(input.limit + 1);
      const page = rows.slice(0, input.limit);
      const sessions: SessionSummary[] = [];
      for (const summary of await loadSummaries(tx, page)) sessions.push(await withParts(tx, summary, input.include));
      const last = page.at(-1);
      return { sessions, nextCursor: rows.length > page.length && last ? encodeCursor(last.instant, last.id) : null };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function withParts(
  ctx: Context,
  summary: LoadedSummary,
  include: ListSessionsInput["include"],
): Promise<SessionSummary> {
  const { id } = summary;
  return {
    ...summary,
    ...(include.includes("messages") && { messages: await listMessages(ctx, id) }),
    ...(include.includes("histories") && {
      skeletonHistory: await skeletonHistory(ctx, id),
      draftHistory: await draftHistory(ctx, id),
    }),
    ...(include.includes("examples") && { generatedExamples: await listExamples(ctx, id) }),
  };
}

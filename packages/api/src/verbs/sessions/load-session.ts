import type { Context } from "../../base/context.ts";
import { toAuthor } from "../drafts/append-draft.ts";
import { readDrafts } from "../drafts/read-drafts.ts";
import { listExamples } from "../examples/list-examples.ts";
import { readSkeletons } from "../skeletons/read-skeletons.ts";
import { listMessages } from "../turns/list-messages.ts";
import { requireSession } from "./access.ts";
import type { DraftVersionView, SessionView, SkeletonVersionView } from "./contract.ts";
import { loadSummaries } from "./load-summaries.ts";

/**
 * The whole session. Call it in one read transaction when a cursor goes with it.
 *
 * @throws {AppError} `not_found`.
 */
export async function loadSession(ctx: Context, sessionId: string): Promise<SessionView> {
  const row = await requireSession(ctx, sessionId);
  const [summary] = await loadSummaries(ctx, [row]);
  if (summary === undefined) throw new Error("a session's row gave no summary");
  return {
    ...summary,
    messages: await listMessages(ctx, sessionId),
    skeletonHistory: await skeletonHistory(ctx, sessionId),
    draftHistory: await draftHistory(ctx, sessionId),
    generatedExamples: await listExamples(ctx, sessionId),
  };
}

/** Every skeleton before the current one, oldest first; null while there is none at all. */
export async function skeletonHistory(ctx: Context, sessionId: string): Promise<readonly SkeletonVersionView[] | null> {
  const versions = await readSkeletons(ctx, sessionId);
  if (versions.length === 0) return null;
  return versions.slice(0, -1).map((version) => ({
    version: version.frameworkVersion,
    createdAt: version.createdAt,
    author: toAuthor(version.author),
    runId: version.runId,
    restoredFrom: version.restoredFrom,
    skeleton: version.content,
  }));
}

/** Every draft before the current one, oldest first; null while there is none at all. */
export async function draftHistory(ctx: Context, sessionId: string): Promise<readonly DraftVersionView[] | null> {
  const versions = await readDrafts(ctx, sessionId);
  if (versions.length === 0) return null;
  return versions.slice(0, -1).map((version) => ({
    version: version.number,
    createdAt: version.createdAt,
    author: toAuthor(version.author),
    runId: version.runId,
    restoredFrom: version.restoredFrom,
    frameworkVersion: version.frameworkVersion,
    subject: version.subject,
    body: version.body,
  }));
}

import { draftVersions, skeletonVersions } from "@longhand/db";
import type { Skeleton } from "@longhand/template";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { loadSaveWorld, saveDraft } from "../drafts/save-draft.ts";
import { appendSkeleton } from "../skeletons/append-skeleton.ts";
import { requireSession, type SessionRow } from "./access.ts";
import { advanceRevision } from "./advance-revision.ts";
import type { RestoreVersionInput, SessionView } from "./contract.ts";
import { loadSession } from "./load-session.ts";
import { revisionConflict } from "./revision-conflict.ts";
import { lockSession } from "./update-session.ts";

/**
 * Make an earlier version the current one, as a new version equal to it. Nothing between is lost.
 *
 * @throws {AppError} `not_found` for the session or the version; `revision_conflict`.
 */
export async function restoreVersion(ctx: Context, input: RestoreVersionInput): Promise<SessionView> {
  const seen = await requireSession(ctx, input.sessionId);
  const world = await loadSaveWorld(ctx, seen);
  return inTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, input.sessionId);
    if (input.ifRevision !== undefined && input.ifRevision !== session.revision)
      throw await revisionConflict(tx, session.id);
    const advance = async (): Promise<number> => {
      const revision = await advanceRevision(tx, session.id);
      if (revision === undefined) throw notFound("Session");
      return revision;
    };
    if ("skeletonVersion" in input) await restoreSkeleton(tx, session, input.skeletonVersion, advance);
    else {
      const words = await requireDraft(tx, session, input.draftVersion);
      await saveDraft(tx, session, words, advance, world, "restore", input.draftVersion);
    }
    return loadSession(tx, session.id);
  });
}

async function restoreSkeleton(
  tx: TxContext,
  session: SessionRow,
  version: number,
  advance: () => Promise<number>,
): Promise<void> {
  const [row] = await tx.db
    .select({ content: skeletonVersions.content })
    .from(skeletonVersions)
    .where(and(eq(skeletonVersions.sessionId, session.id), eq(skeletonVersions.frameworkVersion, version)));
  if (row === undefined) throw notFound(`Skeleton version ${version}`);
  const content: unknown = row.content;
  await appendSkeleton(tx, {
    sessionId: session.id,
    revision: await advance(),
    skeleton: content as Skeleton | null,
    author: "restore",
    runId: null,
    restoredFrom: version,
  });
}

async function requireDraft(
  tx: TxContext,
  session: SessionRow,
  version: number,
): Promise<{ subject: string | null; body: string | null }> {
  const [row] = await tx.db
    .select({ subject: draftVersions.subject, body: draftVersions.body })
    .from(draftVersions)
    .where(and(eq(draftVersions.sessionId, session.id), eq(draftVersions.number, version)));
  if (row === undefined) throw notFound(`Draft version ${version}`);
  return row;
}

import type { TxContext } from "../../base/transaction.ts";
import { AppError } from "../../base/errors.ts";
import { findDraft } from "../drafts/read-drafts.ts";
import { findSkeleton } from "../skeletons/read-skeletons.ts";
import { requireSession } from "./access.ts";

/**
 * Why a session did not stand where a writer had seen it: the refusal, with the
 * current texts ready to merge.
 *
 * @throws {AppError} `not_found` when the session is gone.
 */
export async function revisionConflict(tx: TxContext, sessionId: string): Promise<AppError> {
  const session = await requireSession(tx, sessionId);
  const draft = await findDraft(tx, sessionId);
  const skeleton = await findSkeleton(tx, sessionId);
  return new AppError(
    "revision_conflict",
    "The session has changed since you read it. Merge with the current version and save again.",
    {
      revision: session.revision,
      current: {
        revision: session.revision,
        draftSubject: draft?.subject ?? null,
        draftBody: draft?.body ?? null,
        draftVersion: draft?.number ?? null,
        skeleton: skeleton?.content ?? null,
        frameworkVersion: skeleton?.frameworkVersion ?? null,
      },
    },
  );
}

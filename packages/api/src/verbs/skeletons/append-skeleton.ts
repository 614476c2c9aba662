import { skeletonVersions } from "@longhand/db";
import type { Skeleton } from "@longhand/template";
import { sql } from "drizzle-orm";
import { toStored } from "../../base/json.ts";
import type { TxContext } from "../../base/transaction.ts";
import { toAuthor, type StoredAuthor } from "../drafts/append-draft.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";

/** A skeleton version to be; null content is a cleared skeleton. */
export interface NewSkeleton {
  readonly sessionId: string;
  readonly revision: number;
  readonly skeleton: Skeleton | null;
  readonly author: StoredAuthor;
  readonly runId: string | null;
  readonly restoredFrom: number | null;
}

/** Store a skeleton as the session's newest version and log it. Earlier versions stay. */
export async function appendSkeleton(tx: TxContext, next: NewSkeleton): Promise<{ frameworkVersion: number }> {
  const rows = await tx.db
    .insert(skeletonVersions)
    .values({
      sessionId: next.sessionId,
      frameworkVersion: sql`coalesce((select max(framework_version) from skeleton_versions where session_id = ${next.sessionId}), 0) + 1`,
      revision: next.revision,
      content: next.skeleton === null ? null : toStored(next.skeleton),
      author: next.author,
      runId: next.runId,
      restoredFrom: next.restoredFrom,
    })
    .returning({ frameworkVersion: skeletonVersions.frameworkVersion });
  const frameworkVersion = rows[0]?.frameworkVersion ?? 0;
  await appendSessionEvents(tx, next.sessionId, [
    {
      kind: "artifact.version",
      runId: next.runId,
      payload: {
        target: "skeleton",
        version: frameworkVersion,
        revision: next.revision,
        author: toAuthor(next.author),
      },
    },
  ]);
  return { frameworkVersion };
}

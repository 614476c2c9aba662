import { draftVersions } from "@longhand/db";
import type { BlockSpan, Claim, Evidence } from "@longhand/template";
import type { CheckReport } from "@longhand/template/checks";
import { sql } from "drizzle-orm";
import { toStored } from "../../base/json.ts";
import type { TxContext } from "../../base/transaction.ts";
import type { VersionAuthor } from "../sessions/contract.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import { countFindings } from "../checks/count-findings.ts";

/** Who made a version, as stored. */
export type StoredAuthor = "person" | "ai" | "restore";

/** A draft version to be. `revision` is the one that `advanceRevision` gave. */
export interface NewDraft {
  readonly sessionId: string;
  readonly revision: number;
  readonly subject: string | null;
  readonly body: string | null;
  readonly author: StoredAuthor;
  readonly runId: string | null;
  readonly frameworkVersion: number | null;
  readonly blockSpans: readonly BlockSpan[] | null;
  /** The writer's own notes; null for a person's text. */
  readonly notes: unknown;
  readonly claims: readonly Claim[];
  /** What the claims rest on; a person's own wording vouches for itself. */
  readonly evidence: readonly Evidence[];
  readonly report: CheckReport | null;
  readonly restoredFrom: number | null;
}

/** Store a draft as the session's newest version and log it. Earlier versions stay. */
export async function appendDraft(tx: TxContext, draft: NewDraft): Promise<{ number: number }> {
  const rows = await tx.db
    .insert(draftVersions)
    .values({
      sessionId: draft.sessionId,
      number: sql`coalesce((select max(number) from draft_versions where session_id = ${draft.sessionId}), 0) + 1`,
      revision: draft.revision,
      subject: draft.subject,
      body: draft.body,
      frameworkVersion: draft.frameworkVersion,
      blockSpans: toStored(draft.blockSpans),
      notes: toStored(draft.notes),
      claims: toStored({ claims: draft.claims, evidence: draft.evidence }),
      report: toStored(draft.report),
      author: draft.author,
      runId: draft.runId,
      restoredFrom: draft.restoredFrom,
    })
    .returning({ number: draftVersions.number });
  const number = rows[0]?.number ?? 0;
  await appendSessionEvents(tx, draft.sessionId, [
    {
      kind: "artifact.version",
      runId: draft.runId,
      payload: { target: "draft", version: number, revision: draft.revision, author: toAuthor(draft.author) },
    },
    ...(draft.report === null
      ? []
      : [{ kind: "check.findings" as const, runId: draft.runId, payload: countFindings(draft.report) }]),
  ]);
  return { number };
}

/** How an author is named to callers: a restore is a person's act. */
export function toAuthor(author: string): VersionAuthor {
  return author === "ai" ? "assistant" : "user";
}

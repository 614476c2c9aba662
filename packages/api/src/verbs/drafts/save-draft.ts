import { alignBlocks } from "@longhand/template";
import type { Context } from "../../base/context.ts";
import type { TxContext } from "../../base/transaction.ts";
import { checkText, ownWords } from "../checks/check-text.ts";
import { loadCheckWorld, type CheckWorld } from "../checks/load-check-world.ts";
import { briefBanned, type SessionRow } from "../sessions/access.ts";
import { findSkeleton } from "../skeletons/read-skeletons.ts";
import { appendDraft, type StoredAuthor } from "./append-draft.ts";
import { findDraft } from "./read-drafts.ts";

/** Leads looked at when a save is checked: enough to find gaps, few enough to keep saving instant. */
export const leadsPerSave = 500;

/** What a person's save is checked against, read before the save's transaction so that no lock is held meanwhile. */
export async function loadSaveWorld(ctx: Context, session: SessionRow): Promise<CheckWorld> {
  return loadCheckWorld(ctx, session.campaignId, session.nodeId, leadsPerSave);
}

/** A person's wording of a draft; an absent part stays as it is. */
export interface SavedWords {
  readonly subject?: string | null | undefined;
  readonly body?: string | null | undefined;
}

/**
 * Store a person's wording as the newest version. Findings are stored with it and never refuse it.
 *
 * @returns the version's number, or undefined when nothing differs from the current draft.
 */
export async function saveDraft(
  tx: TxContext,
  session: SessionRow,
  words: SavedWords,
  revision: () => Promise<number>,
  world: CheckWorld,
  author: Extract<StoredAuthor, "person" | "restore"> = "person",
  restoredFrom: number | null = null,
): Promise<number | undefined> {
  const current = await findDraft(tx, session.id);
  const skeleton = await findSkeleton(tx, session.id);
  const subject = words.subject === undefined ? (current?.subject ?? null) : words.subject;
  const body = words.body === undefined ? (current?.body ?? null) : words.body;
  if (author === "person" && subject === (current?.subject ?? null) && body === (current?.body ?? null))
    return undefined;
  const blockSpans =
    current?.blockSpans && current.body !== null && body !== null
      ? alignBlocks(current.body, current.blockSpans, body)
      : null;
  const at = await revision();
  const evidence = [...(current?.evidence ?? []), ownWords(at, subject ?? "", body ?? "")];
  const report =
    body === null
      ? null
      : checkText(
          {
            subject: subject ?? "",
            body,
            skeleton: skeleton?.content ?? null,
            blockSpans,
            evidence,
            banned: briefBanned(session),
          },
          world,
        );
  const { number } = await appendDraft(tx, {
    sessionId: session.id,
    revision: at,
    subject,
    body,
    author,
    runId: null,
    frameworkVersion: skeleton?.frameworkVersion ?? null,
    blockSpans,
    notes: null,
    claims: [],
    evidence,
    report,
    restoredFrom,
  });
  return number;
}

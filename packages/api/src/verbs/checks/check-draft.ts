import type { Context } from "../../base/context.ts";
import { findDraft } from "../drafts/read-drafts.ts";
import { briefBanned, requireSession, type SessionRow } from "../sessions/access.ts";
import type { SessionRef } from "../sessions/contract.ts";
import { findSkeleton } from "../skeletons/read-skeletons.ts";
import { checkText } from "./check-text.ts";
import type { ChecksView } from "./contract.ts";
import { countFindings } from "./count-findings.ts";
import { loadCheckWorld } from "./load-check-world.ts";

/** Leads looked at when somebody asks for the findings: about a second of work at most. */
export const leadsPerCheck = 5_000;

/**
 * Every finding on the session's current draft over the campaign's leads, computed now.
 *
 * @throws {AppError} `not_found`.
 */
export async function checkDraft(ctx: Context, input: SessionRef): Promise<ChecksView> {
  return checkSession(ctx, await requireSession(ctx, input.sessionId));
}

/** The same for a session already read. `report` is null while there is no draft. */
export async function checkSession(ctx: Context, session: SessionRow): Promise<ChecksView> {
  const draft = await findDraft(ctx, session.id);
  const world = await loadCheckWorld(ctx, session.campaignId, session.nodeId, leadsPerCheck);
  const seen = { draftVersion: draft?.number ?? null, revision: session.revision, leadCount: world.leadCount };
  if (draft === undefined || draft.body === null)
    return { ...seen, counts: { errors: 0, warnings: 0, unknown: 0 }, report: null };
  const skeleton = await findSkeleton(ctx, session.id);
  const report = checkText(
    {
      subject: draft.subject ?? "",
      body: draft.body,
      skeleton: skeleton?.content ?? null,
      blockSpans: draft.blockSpans,
      evidence: draft.evidence,
      banned: briefBanned(session),
    },
    world,
  );
  return { ...seen, counts: countFindings(report), report };
}

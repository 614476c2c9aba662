import { campaignSequenceNodes } from "@longhand/db";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { AppError, notFound, type Issue } from "../../base/errors.ts";
import { inTransaction } from "../../base/transaction.ts";
import { advanceCampaign, lockCampaign } from "../campaigns/access.ts";
import { checkSession } from "../checks/check-draft.ts";
import { findDraft } from "../drafts/read-drafts.ts";
import type { NodeView } from "../nodes/contract.ts";
import { toNodeView } from "../nodes/to-node-view.ts";
import { requireSession } from "./access.ts";
import type { ApplyToNodeInput, SessionView } from "./contract.ts";
import { loadSession } from "./load-session.ts";
import { revisionConflict } from "./revision-conflict.ts";
import { lockSession } from "./update-session.ts";

/**
 * Copy the current draft onto its node, which is a change of the campaign. All rows are locked and their revisions compared,
 * so what was checked is what is copied.
 *
 * @throws {AppError} `not_found` for the session or a removed node; `not_draft` for a campaign that runs;
 * `invalid_input` with the findings when there is no draft or an error-level check fails and `force` is not set;
 * `revision_conflict` when session or node have moved on.
 */
export async function applyToNode(
  ctx: Context,
  input: ApplyToNodeInput,
): Promise<{ session: SessionView; node: NodeView }> {
  const seen = await requireSession(ctx, input.sessionId);
  const checked = await checkSession(ctx, seen);
  return inTransaction(ctx, async (tx) => {
    // In the order of every writer: session, campaign, node.
    const session = await lockSession(tx, input.sessionId);
    const campaign = await lockCampaign(tx, session.campaignId);
    const [node] = await tx.db
      .select({ id: campaignSequenceNodes.id, revision: campaignSequenceNodes.revision })
      .from(campaignSequenceNodes)
      .where(and(eq(campaignSequenceNodes.id, session.nodeId), isNull(campaignSequenceNodes.removedAt)))
      .for("update");
    if (node === undefined) throw notFound("Node");
    if (session.revision !== seen.revision || session.revision !== (input.ifRevision ?? seen.revision))
      throw await revisionConflict(tx, session.id);
    if (input.ifNodeRevision !== undefined && input.ifNodeRevision !== node.revision) {
      throw new AppError("revision_conflict", "The node has changed since you read it. Look at it and apply again.", {
        revision: node.revision,
      });
    }
    if (campaign.status !== "draft") {
      throw new AppError(
        "not_draft",
        `The campaign is ${campaign.status}. Emails can be changed while it is in status draft.`,
      );
    }
    const draft = await findDraft(tx, session.id);
    if (draft === undefined || draft.body === null || draft.body.trim() === "") {
      throw new AppError("invalid_input", "The session has no draft yet. Chat first to create one.", {
        issues: [{ path: "/draft_body", message: "is empty" }],
      });
    }
    const errors: Issue[] = (checked.report?.results ?? [])
      .filter((finding) => finding.status === "fail" && finding.severity === "error")
      .map((finding) => ({ path: `/checks/${finding.id}`, message: finding.message }));
    if (errors.length > 0 && !input.force) {
      throw new AppError("invalid_input", "The draft has errors. Fix them, or apply it with force.", {
        issues: errors,
      });
    }
    const [row] = await tx.db
      .update(campaignSequenceNodes)
      .set({
        subject: draft.subject,
        body: draft.body,
        revision: sql`${campaignSequenceNodes.revision} + 1`,
        updatedAt: sql`now()`,
      })
      .where(eq(campaignSequenceNodes.id, node.id))
      .returning();
    if (row === undefined) throw notFound("Node");
    await advanceCampaign(tx, campaign.id);
    return { session: await loadSession(tx, session.id), node: toNodeView(row) };
  });
}

import { campaignSequenceNodes } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import { advanceCampaign, lockCampaign, requireDraft } from "../campaigns/access.ts";
import type { NodeRef, SequenceView } from "./contract.ts";
import { loadNodes } from "./load-nodes.ts";
import { endIssues, refuseIssues } from "./node-rules.ts";
import { requireNode } from "./require-node.ts";
import { toNodeView } from "./to-node-view.ts";
import { writeOrder } from "./write-order.ts";

/**
 * Take a node out of its sequence. Its session stays readable; the ones behind it move up.
 *
 * @throws {AppError} `not_found`; `revision_conflict`; `not_draft`; `invalid_input` for the end node.
 */
export async function removeNode(ctx: Context, input: NodeRef): Promise<SequenceView> {
  const { campaignId, nodeId } = input;
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const nodes = await loadNodes(tx, campaignId);
    const node = requireNode(nodes, nodeId);
    requireDraft(campaign, input.ifCampaignRevision);
    const kept = nodes.filter((other) => other !== node);
    refuseIssues(
      endIssues(
        kept.map((entry) => toNodeView(entry).type),
        "/nodeId",
      ),
    );
    await tx.db
      .update(campaignSequenceNodes)
      .set({ removedAt: sql`now()`, updatedAt: sql`now()` })
      .where(eq(campaignSequenceNodes.id, nodeId));
    await writeOrder(
      tx,
      campaignId,
      kept.map((entry) => entry.id),
    );
    await advanceCampaign(tx, campaignId);
    return { sequenceNodes: (await loadNodes(tx, campaignId)).map(toNodeView) };
  });
}

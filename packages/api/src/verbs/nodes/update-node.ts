import { campaignSequenceNodes } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { AppError } from "../../base/errors.ts";
import { inTransaction } from "../../base/transaction.ts";
import { advanceCampaign, lockCampaign, requireDraft } from "../campaigns/access.ts";
import type { SequenceView, UpdateNodeInput } from "./contract.ts";
import { loadNodes } from "./load-nodes.ts";
import { delayIssues, fillContent, misplacedFields, refuseIssues } from "./node-rules.ts";
import { requireNode } from "./require-node.ts";
import { toNodeView } from "./to-node-view.ts";

/**
 * Change what a node holds; absent fields stay.
 *
 * @throws {AppError} `not_found`; `revision_conflict`; `not_draft`; `invalid_input` naming a field that does not apply to
 * the node's type, another type than it has, or a delay out of bounds.
 */
export async function updateNode(ctx: Context, input: UpdateNodeInput): Promise<SequenceView> {
  const { campaignId, nodeId, type, ifRevision, ifCampaignRevision, ...content } = input;
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const row = requireNode(await loadNodes(tx, campaignId), nodeId);
    const node = toNodeView(row);
    if (ifRevision !== undefined && ifRevision !== node.revision) {
      throw new AppError(
        "revision_conflict",
        "The node has changed since you read it. Read it again and repeat the change.",
        { revision: node.revision },
      );
    }
    requireDraft(campaign, ifCampaignRevision);
    refuseIssues([
      ...(type === undefined || type === node.type
        ? []
        : [{ path: "/type", message: `is ${node.type} and cannot change` }]),
      ...misplacedFields(node.type, content),
      ...delayIssues(node.type, fillContent(content, row)),
    ]);
    await tx.db
      .update(campaignSequenceNodes)
      .set({ ...content, revision: sql`${campaignSequenceNodes.revision} + 1`, updatedAt: sql`now()` })
      .where(eq(campaignSequenceNodes.id, nodeId));
    await advanceCampaign(tx, campaignId);
    return { sequenceNodes: (await loadNodes(tx, campaignId)).map(toNodeView) };
  });
}

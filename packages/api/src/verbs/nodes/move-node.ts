import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import { advanceCampaign, lockCampaign, requireDraft } from "../campaigns/access.ts";
import type { MoveNodeInput, SequenceView } from "./contract.ts";
import { loadNodes } from "./load-nodes.ts";
import { endIssues, refuseIssues } from "./node-rules.ts";
import { requireNode } from "./require-node.ts";
import { toNodeView } from "./to-node-view.ts";
import { writeOrder } from "./write-order.ts";

/**
 * Move a node to a 0-based position; the ones between shift by one.
 *
 * @throws {AppError} `not_found`; `revision_conflict`; `not_draft`; `invalid_input` for a position at or beyond the end node,
 * and for moving the end node itself.
 */
export async function moveNode(ctx: Context, input: MoveNodeInput): Promise<SequenceView> {
  const { campaignId, nodeId, toPosition } = input;
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const nodes = await loadNodes(tx, campaignId);
    const node = requireNode(nodes, nodeId);
    requireDraft(campaign, input.ifCampaignRevision);
    const moved = nodes.filter((other) => other !== node).toSpliced(toPosition, 0, node);
    refuseIssues([
      ...(toPosition < nodes.length ? [] : [{ path: "/toPosition", message: `must be at most ${nodes.length - 1}` }]),
      ...endIssues(
        moved.map((entry) => toNodeView(entry).type),
        "/toPosition",
      ),
    ]);
    await writeOrder(
      tx,
      campaignId,
      moved.map((entry) => entry.id),
    );
    await advanceCampaign(tx, campaignId);
    return { sequenceNodes: (await loadNodes(tx, campaignId)).map(toNodeView) };
  });
}

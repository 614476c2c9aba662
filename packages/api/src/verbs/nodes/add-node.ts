import { campaignSequenceNodes } from "@longhand/db";
import { v7 } from "uuid";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import { advanceCampaign, lockCampaign, requireDraft } from "../campaigns/access.ts";
import type { AddedNode, AddNodeInput } from "./contract.ts";
import { loadNodes } from "./load-nodes.ts";
import { delayIssues, endIssues, fillContent, maxNodes, misplacedFields, refuseIssues } from "./node-rules.ts";
import { toNodeView } from "./to-node-view.ts";
import { unplaced, writeOrder } from "./write-order.ts";

/**
 * Add a node, before the end node unless told where. Positions stay contiguous however many add at once.
 *
 * @throws {AppError} `not_found`; `not_draft`; `invalid_input` naming a field that does not apply to the type, a delay
 * out of bounds, a second end node or a position beyond the end.
 */
export async function addNode(ctx: Context, input: AddNodeInput): Promise<AddedNode> {
  const { campaignId, position, type, ...content } = input;
  const full = fillContent(content);
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    refuseIssues([...misplacedFields(type, content), ...delayIssues(type, full)]);
    requireDraft(campaign, undefined);
    const nodes = await loadNodes(tx, campaignId);
    const at = position ?? Math.max(0, nodes.length - 1);
    const types = nodes.map((node) => toNodeView(node).type).toSpliced(at, 0, type);
    refuseIssues([
      ...(nodes.length < maxNodes
        ? []
        : [{ path: "/type", message: `cannot be added: a sequence has at most ${maxNodes} nodes` }]),
      ...(at <= nodes.length ? [] : [{ path: "/position", message: `must be at most ${nodes.length}` }]),
      ...endIssues(types, type === "end" ? "/type" : "/position"),
    ]);
    const id = v7();
    await tx.db.insert(campaignSequenceNodes).values({ id, campaignId, type, position: unplaced, ...full });
    await writeOrder(tx, campaignId, nodes.map((node) => node.id).toSpliced(at, 0, id));
    await advanceCampaign(tx, campaignId);
    const sequenceNodes = (await loadNodes(tx, campaignId)).map(toNodeView);
    const node = sequenceNodes.find((candidate) => candidate.id === id);
    if (node === undefined) throw new Error("the added node is not in its sequence");
    return { node, sequenceNodes };
  });
}

import type { Context } from "../../base/context.ts";
import { requireCampaign } from "../campaigns/access.ts";
import type { CampaignRef } from "../campaigns/contract.ts";
import type { SequenceView } from "./contract.ts";
import { loadNodes } from "./load-nodes.ts";
import { toNodeView } from "./to-node-view.ts";

/**
 * A campaign's sequence in order.
 *
 * @throws {AppError} `not_found`.
 */
export async function listNodes(ctx: Context, input: CampaignRef): Promise<SequenceView> {
  await requireCampaign(ctx, input.campaignId);
  return { sequenceNodes: (await loadNodes(ctx, input.campaignId)).map(toNodeView) };
}

import { campaignSequenceNodes } from "@longhand/db";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import type { NodeRow } from "./to-node-view.ts";

/** The nodes of a campaign in order, without removed ones. Ownership is the caller's to have checked. */
export async function loadNodes(ctx: Context, campaignId: string): Promise<NodeRow[]> {
  return ctx.db
    .select()
    .from(campaignSequenceNodes)
    .where(and(eq(campaignSequenceNodes.campaignId, campaignId), isNull(campaignSequenceNodes.removedAt)))
    .orderBy(asc(campaignSequenceNodes.position));
}

import { campaigns, leads } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import { inTransaction } from "../../base/transaction.ts";
import { loadNodes } from "../nodes/load-nodes.ts";
import { toNodeView } from "../nodes/to-node-view.ts";
import type { CampaignRef, CampaignWithNodes } from "./contract.ts";
import { loadCampaigns } from "./load-campaigns.ts";

/**
 * One campaign with its sequence and counted leads, read in one database snapshot.
 *
 * @throws {AppError} `not_found`.
 */
export async function getCampaign(ctx: Context, input: CampaignRef): Promise<CampaignWithNodes> {
  return inTransaction(
    ctx,
    async (tx) => {
      const [loaded] = await loadCampaigns(tx, eq(campaigns.id, input.campaignId), 1);
      if (loaded === undefined) throw notFound("Campaign");
      const [counts] = await tx.db
        .select({
          total: sql<number>`count(*)::int`,
          withEmail: sql<number>`count(${leads.email})::int`,
          withLinkedinUrl: sql<number>`count(${leads.linkedinUrl})::int`,
        })
        .from(leads)
        .where(eq(leads.campaignId, input.campaignId));
      return {
        campaign: loaded.view,
        sequenceNodes: (await loadNodes(tx, input.campaignId)).map(toNodeView),
        leadCounts: counts ?? { total: 0, withEmail: 0, withLinkedinUrl: 0 },
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

import { campaigns } from "@longhand/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import { inTransaction } from "../../base/transaction.ts";
import type { CampaignWithNodes, RecordStatusInput } from "./contract.ts";
import { getCampaign } from "./get-campaign.ts";

/**
 * Note what state the owner says the campaign is in. Nothing is sent or stopped by it.
 *
 * @throws {AppError} `not_found`.
 */
export async function recordStatus(ctx: Context, input: RecordStatusInput): Promise<CampaignWithNodes> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .update(campaigns)
      .set({ status: input.status, revision: sql`${campaigns.revision} + 1`, updatedAt: sql`now()` })
      .where(and(eq(campaigns.id, input.campaignId), eq(campaigns.userId, ctx.actor.userId)))
      .returning({ id: campaigns.id });
    if (rows.length === 0) throw notFound("Campaign");
    return getCampaign(tx, { campaignId: input.campaignId });
  });
}

import { aiChatSessions, campaigns } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import { campaignConflict, lockCampaign, requireCampaign } from "./access.ts";
import type { RemoveCampaignInput } from "./contract.ts";

/**
 * Delete a campaign with its nodes, leads, sessions and runs. A working run loses its row with it, so its next write
 * matches nothing and it stops.
 *
 * @throws {AppError} `not_found`; `revision_conflict`.
 */
export async function removeCampaign(ctx: Context, input: RemoveCampaignInput): Promise<void> {
  const { campaignId } = input;
  await requireCampaign(ctx, campaignId);
  await inTransaction(ctx, async (tx) => {
    // Locks in the order every writer takes them: runs, then sessions, then the campaign.
    await tx.db.execute(sql`select id from runs where campaign_id = ${campaignId} order by id for update`);
    await tx.db.execute(sql`select id from ai_chat_sessions where campaign_id = ${campaignId} order by id for update`);
    const campaign = await lockCampaign(tx, campaignId);
    if (input.ifRevision !== undefined && input.ifRevision !== campaign.revision)
      throw campaignConflict(campaign.revision);
    const gone = await tx.db
      .delete(aiChatSessions)
      .where(eq(aiChatSessions.campaignId, campaignId))
      .returning({ id: aiChatSessions.id });
    await tx.db.delete(campaigns).where(eq(campaigns.id, campaignId));
    tx.afterCommit(() => {
      for (const session of gone) tx.wake.session(session.id);
    });
  });
}

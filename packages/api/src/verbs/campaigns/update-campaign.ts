import { campaigns } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import { isUniqueViolation } from "../../base/unique-violation.ts";
import { replaceSequence } from "../nodes/replace-sequence.ts";
import { campaignConflict, lockCampaign } from "./access.ts";
import type { CampaignWithNodes, UpdateCampaignInput } from "./contract.ts";
import { getCampaign } from "./get-campaign.ts";
import { nameTaken } from "./name-taken.ts";
import { toSenderRow } from "./to-sender-row.ts";

/**
 * Change name, signature, sender and, in the same transaction, the sequence. Absent fields stay.
 *
 * @throws {AppError} `not_found`; `revision_conflict`; `name_taken`; with `sequenceNodes` also what `replaceSequence` throws.
 */
export async function updateCampaign(ctx: Context, input: UpdateCampaignInput): Promise<CampaignWithNodes> {
  const { campaignId, name, signature, sender, sequenceNodes } = input;
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    if (input.ifRevision !== undefined && input.ifRevision !== campaign.revision)
      throw campaignConflict(campaign.revision);
    if (sequenceNodes !== undefined) await replaceSequence(tx, { campaignId, nodes: sequenceNodes });
    const change = {
      ...(name !== undefined && { name }),
      ...(signature !== undefined && { signature }),
      ...(sender !== undefined && {
        sender: sql`${campaigns.sender} || ${JSON.stringify(toSenderRow(sender))}::jsonb`,
      }),
    };
    if (Object.keys(change).length > 0) {
      try {
        await tx.db
          .update(campaigns)
          .set({ ...change, revision: sql`${campaigns.revision} + 1`, updatedAt: sql`now()` })
          .where(eq(campaigns.id, campaignId));
      } catch (error) {
        if (isUniqueViolation(error, "campaigns_user_id_name_key")) throw nameTaken(name ?? "");
        throw error;
      }
    }
    return getCampaign(tx, { campaignId });
  });
}

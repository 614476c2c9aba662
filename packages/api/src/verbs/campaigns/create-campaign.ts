import { campaigns, campaignSequenceNodes } from "@longhand/db";
import { v7 } from "uuid";
import type { Context } from "../../base/context.ts";
import { inTransaction } from "../../base/transaction.ts";
import type { CampaignWithNodes, CreateCampaignInput } from "./contract.ts";
import { getCampaign } from "./get-campaign.ts";
import { nameTaken } from "./name-taken.ts";
import { toSenderRow } from "./to-sender-row.ts";

/**
 * Make a draft campaign with one email and the end of its sequence.
 *
 * @throws {AppError} `name_taken` when another campaign of the account has the name.
 */
export async function createCampaign(ctx: Context, input: CreateCampaignInput): Promise<CampaignWithNodes> {
  return inTransaction(ctx, async (tx) => {
    const [made] = await tx.db
      .insert(campaigns)
      .values({
        id: v7(),
        userId: ctx.actor.userId,
        name: input.name,
        signature: input.signature ?? null,
        sender: { first_name: null, last_name: null, company: null, email: null, ...toSenderRow(input.sender ?? {}) },
      })
      .onConflictDoNothing({ target: [campaigns.userId, campaigns.name] })
      .returning({ id: campaigns.id });
    if (made === undefined) throw nameTaken(input.name);
    await tx.db.insert(campaignSequenceNodes).values([
      { id: v7(), campaignId: made.id, position: 0, type: "email" },
      { id: v7(), campaignId: made.id, position: 1, type: "end" },
    ]);
    return getCampaign(tx, { campaignId: made.id });
  });
}

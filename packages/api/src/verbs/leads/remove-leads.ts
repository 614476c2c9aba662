import { leads } from "@longhand/db";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import { inTransaction } from "../../base/transaction.ts";
import { lockCampaign, requireDraft } from "../campaigns/access.ts";
import type { RemovedLeads, RemoveLeadsInput } from "./contract.ts";

/**
 * Delete leads by id, or all. Examples written for them keep their copy.
 *
 * @throws {AppError} `not_found` when the campaign or one of the ids is absent or foreign, with nothing deleted;
 * `revision_conflict`; `not_draft`.
 */
export async function removeLeads(ctx: Context, input: RemoveLeadsInput): Promise<RemovedLeads> {
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, input.campaignId);
    const ids = "leadIds" in input ? [...new Set(input.leadIds)] : undefined;
    const chosen = and(eq(leads.campaignId, input.campaignId), ids && inArray(leads.id, ids));
    const found = ids && (await tx.db.select({ id: leads.id }).from(leads).where(chosen));
    if (found?.length !== ids?.length) throw notFound("Lead");
    requireDraft(campaign, input.ifCampaignRevision);
    const gone = await tx.db.delete(leads).where(chosen).returning({ id: leads.id });
    return { deleted: gone.length };
  });
}

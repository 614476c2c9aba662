import { leads } from "@longhand/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { AppError, notFound } from "../../base/errors.ts";
import { inTransaction } from "../../base/transaction.ts";
import { isUniqueViolation } from "../../base/unique-violation.ts";
import { lockCampaign, requireDraft } from "../campaigns/access.ts";
import type { LeadView, UpdateLeadInput } from "./contract.ts";
import { toLeadColumns } from "./to-lead-columns.ts";
import { toLeadView } from "./to-lead-view.ts";

/**
 * Change a lead. Absent fields stay; custom fields are merged key by key, and null removes a key.
 *
 * @throws {AppError} `not_found`; `revision_conflict`; `not_draft`; `invalid_input` when another lead of the campaign has
 * the address or profile.
 */
export async function updateLead(ctx: Context, input: UpdateLeadInput): Promise<LeadView> {
  const { campaignId, leadId, updates } = input;
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const mine = and(eq(leads.id, leadId), eq(leads.campaignId, campaignId));
    const [found] = await tx.db.select({ id: leads.id }).from(leads).where(mine);
    if (found === undefined) throw notFound("Lead");
    requireDraft(campaign, input.ifCampaignRevision);
    const merged = sql`jsonb_strip_nulls(${leads.customFields} || ${JSON.stringify(updates.customFields ?? {})}::jsonb)`;
    try {
      const [row] = await tx.db
        .update(leads)
        .set({
          ...toLeadColumns(updates),
          ...(updates.customFields && { customFields: merged }),
          updatedAt: sql`now()`,
        })
        .where(mine)
        .returning();
      if (row === undefined) throw notFound("Lead");
      return toLeadView(row);
    } catch (error) {
      if (isUniqueViolation(error, "leads_campaign_id_email_key")) throw taken("email", error);
      if (isUniqueViolation(error, "leads_campaign_id_linkedin_key")) throw taken("linkedinUrl", error);
      throw error;
    }
  });
}

function taken(field: "email" | "linkedinUrl", cause: unknown): AppError {
  const what = field === "email" ? "email address" : "LinkedIn URL";
  return new AppError(
    "invalid_input",
    `Another lead of this campaign has this ${what}. Use another one, or remove that lead.`,
    { issues: [{ path: `/updates/${field}`, message: "belongs to another lead of this campaign" }] },
    cause,
  );
}

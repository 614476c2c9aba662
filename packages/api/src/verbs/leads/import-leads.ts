import { leads } from "@longhand/db";
import { v7 } from "uuid";
import type { Context } from "../../base/context.ts";
import { AppError, type Issue } from "../../base/errors.ts";
import { inTransaction } from "../../base/transaction.ts";
import { lockCampaign, requireDraft } from "../campaigns/access.ts";
import type { CustomValue, ImportedLeads, ImportLeadsInput, LeadInput } from "./contract.ts";
import { toLeadColumns } from "./to-lead-columns.ts";

/**
 * Add leads, all or none. Of leads with the same address (in any case) or the same profile, within the call or against
 * the campaign, the first stays and the others count as duplicates.
 *
 * @throws {AppError} `not_found`; `not_draft`; `invalid_input` naming a lead without any value.
 */
export async function importLeads(ctx: Context, input: ImportLeadsInput): Promise<ImportedLeads> {
  const { campaignId } = input;
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    refuseEmptyLeads(input.leads);
    requireDraft(campaign, undefined);
    const rows = input.leads.map((lead) => ({
      ...toLeadColumns(lead),
      id: v7(),
      campaignId,
      customFields: withoutNulls(lead.customFields),
    }));
    const imported = await tx.db.insert(leads).values(rows).onConflictDoNothing().returning({ id: leads.id });
    return { imported: imported.length, duplicates: rows.length - imported.length };
  });
}

function refuseEmptyLeads(all: readonly LeadInput[]): void {
  const issues: Issue[] = all.flatMap((lead, index) => {
    const { customFields, ...plain } = lead;
    const values = [...Object.values(plain), ...Object.values(customFields ?? {})];
    return values.every((value) => value === undefined || value === null)
      ? [{ path: `/leads/${index}`, message: "has no value" }]
      : [];
  });
  if (issues.length > 0)
    throw new AppError("invalid_input", "A lead needs at least one value. Leave empty leads out.", { issues });
}

function withoutNulls(fields: Record<string, CustomValue> | undefined): Record<string, CustomValue> {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== null));
}

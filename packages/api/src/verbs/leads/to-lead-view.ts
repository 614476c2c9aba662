import type { leads } from "@longhand/db";
import { leadValues } from "@longhand/template";
import type { CustomValue, LeadView } from "./contract.ts";
import { toLead } from "./to-lead.ts";

/** A stored lead as callers see it; the full name is built from its parts. */
export function toLeadView(row: typeof leads.$inferSelect): LeadView {
  return {
    id: row.id,
    campaignId: row.campaignId,
    email: row.email,
    linkedinUrl: row.linkedinUrl,
    firstName: row.firstName,
    lastName: row.lastName,
    fullName: leadValues(toLead(row), null).get("full_name") ?? null,
    company: row.company,
    position: row.position,
    headline: row.headline,
    customFields: row.customFields as Record<string, CustomValue>,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

import { z } from "zod";
import type { CoverageView, LeadView } from "../../../verbs/leads/contract.ts";
import { instant, nextCursor, toInstant, uuid } from "./common.ts";

export const LeadJson = z
  .object({
    id: uuid,
    campaign_id: uuid,
    email: z.string().nullable(),
    linkedin_url: z.string().nullable(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    full_name: z.string().nullable(),
    company: z.string().nullable(),
    position: z.string().nullable(),
    headline: z.string().nullable(),
    custom_fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: "Lead" });
export interface LeadJson extends z.infer<typeof LeadJson> {}

export const LeadPageJson = z
  .object({ leads: z.array(LeadJson), total: z.int(), next_cursor: nextCursor })
  .meta({ id: "LeadPage" });

export const CoverageJson = z
  .object({
    total: z.int(),
    variables: z.array(
      z.object({ variable: z.string(), filled: z.int(), missing: z.int(), sample: z.string().nullable() }),
    ),
  })
  .meta({ id: "Coverage" });

export function toLeadJson(lead: LeadView): LeadJson {
  return {
    id: lead.id,
    campaign_id: lead.campaignId,
    email: lead.email,
    linkedin_url: lead.linkedinUrl,
    first_name: lead.firstName,
    last_name: lead.lastName,
    full_name: lead.fullName,
    company: lead.company,
    position: lead.position,
    headline: lead.headline,
    custom_fields: { ...lead.customFields },
    created_at: toInstant(lead.createdAt),
    updated_at: toInstant(lead.updatedAt),
  };
}

export function toCoverageJson(coverage: CoverageView): z.infer<typeof CoverageJson> {
  return {
    total: coverage.total,
    variables: coverage.variables.map(({ variable, filled, missing, sample }) => ({
      variable,
      filled,
      missing,
      sample,
    })),
  };
}

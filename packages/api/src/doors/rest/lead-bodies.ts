import { z } from "zod";
import { Id } from "../../base/ids.ts";
import { LeadInput } from "../../verbs/leads/contract.ts";
import type { SampleLead } from "../../verbs/turns/contract.ts";

const fields = {
  email: LeadInput.shape.email,
  linkedin_url: LeadInput.shape.linkedinUrl,
  first_name: LeadInput.shape.firstName,
  last_name: LeadInput.shape.lastName,
  company: LeadInput.shape.company,
  position: LeadInput.shape.position,
  headline: LeadInput.shape.headline,
  custom_fields: LeadInput.shape.customFields,
};

/** A lead as callers add it. */
export const LeadBody = z.strictObject(fields).meta({ id: "LeadInput" });

/** Fields of a lead that callers read and never write. */
export const leadReadOnly = ["id", "campaign_id", "full_name", "created_at", "updated_at"] as const;

export const ImportLeadsBody = z.strictObject({ leads: z.array(LeadBody).min(1).max(1000) });

export const UpdateLeadBody = z.strictObject({
  lead_id: Id,
  updates: z
    .strictObject(fields)
    .refine((updates) => Object.keys(updates).length > 0, "must name at least one field of the lead"),
});

export const RemoveLeadsBody = z
  .strictObject({ lead_ids: z.array(Id).min(1).max(1000).optional(), all: z.literal(true).optional() })
  .refine(
    (body) => (body.lead_ids === undefined) !== (body.all === undefined),
    "must name exactly one of lead_ids and all",
  );

/** A lead of a request, in the shape leads are answered in: what only the server writes may come along. */
export const SampleLeadBody = z
  .strictObject({
    ...fields,
    id: Id.optional(),
    campaign_id: Id.optional(),
    full_name: z.string().max(400).nullable().optional(),
    created_at: z.string().max(40).optional(),
    updated_at: z.string().max(40).optional(),
  })
  .meta({ id: "SampleLead" });

/** The verb's words for a lead. */
export function toLeadInput(body: z.output<typeof LeadBody>): LeadInput {
  return {
    email: body.email,
    linkedinUrl: body.linkedin_url,
    firstName: body.first_name,
    lastName: body.last_name,
    company: body.company,
    position: body.position,
    headline: body.headline,
    customFields: body.custom_fields,
  };
}

/** The same with its id. A full name that came without its parts is cut at its first space. */
export function toSampleLead(body: z.output<typeof SampleLeadBody>): SampleLead {
  const lead: SampleLead = { ...toLeadInput(body), id: body.id };
  const fullName = body.full_name?.trim() ?? "";
  if (fullName === "" || (lead.firstName ?? null) !== null || (lead.lastName ?? null) !== null) return lead;
  const [first = "", ...rest] = fullName.split(/\s+/);
  return { ...lead, firstName: first, lastName: rest.length === 0 ? null : rest.join(" ") };
}

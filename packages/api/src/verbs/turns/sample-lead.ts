import type { Lead } from "@longhand/template";
import type { SampleLead } from "./contract.ts";

/** A lead of a request as templates and checks read it. */
export function toSampleLead(lead: SampleLead): Lead {
  return {
    id: lead.id,
    email: lead.email,
    first_name: lead.firstName,
    last_name: lead.lastName,
    company: lead.company,
    position: lead.position,
    headline: lead.headline,
    linkedin_url: lead.linkedinUrl,
    custom_fields: lead.customFields,
  };
}

import type { Lead as TemplateLead, Sender as TemplateSender } from "@longhand/template";
import type { Campaign, Lead } from "./wire.ts";

/** A lead as the template grammar names its fields. */
export function toTemplateLead(lead: Lead): TemplateLead {
  return {
    id: lead.id,
    email: lead.email,
    first_name: lead.firstName,
    last_name: lead.lastName,
    full_name: lead.fullName,
    company: lead.company,
    position: lead.position,
    headline: lead.headline,
    linkedin_url: lead.linkedinUrl,
    custom_fields: lead.customFields,
  };
}

export function toTemplateSender(sender: Campaign["sender"]): TemplateSender {
  return { first_name: sender.firstName, last_name: sender.lastName, company: sender.company, email: sender.email };
}

/** How a lead is called in lists: name, else address, else the row is honest about having neither. */
export function leadName(lead: Lead): string {
  return (
    lead.fullName ??
    ([lead.firstName, lead.lastName].filter((part) => part !== null).join(" ") || (lead.email ?? "No name"))
  );
}

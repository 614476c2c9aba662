import type { leads } from "@longhand/db";
import type { Lead } from "@longhand/template";

/** A stored lead as templates and checks read it. */
export function toLead(row: typeof leads.$inferSelect): Lead & { readonly id: string } {
  return {
    id: row.id,
    email: row.email,
    first_name: row.firstName,
    last_name: row.lastName,
    company: row.company,
    position: row.position,
    headline: row.headline,
    linkedin_url: row.linkedinUrl,
    custom_fields: row.customFields,
  };
}

import type { leads } from "@longhand/db";
import type { LeadInput } from "./contract.ts";
import { linkedinKey } from "./linkedin-key.ts";

/** The columns a caller has said something about, without the custom fields. */
export function toLeadColumns(lead: LeadInput): Partial<typeof leads.$inferInsert> {
  const { customFields: _, linkedinUrl, ...plain } = lead;
  return {
    ...plain,
    ...(linkedinUrl !== undefined && {
      linkedinUrl,
      linkedinKey: linkedinUrl === null ? null : (linkedinKey(linkedinUrl) ?? null),
    }),
  };
}

import { z } from "zod";
import { Id } from "../../base/ids.ts";

const field = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => (text.trim() === "" ? null : text.trim()))
    .nullable()
    .optional();

/** A custom field's value: text, number, boolean or null. Keys follow the variable grammar of `custom_fields.<key>`. */
export const CustomFields = z.record(
  z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/, "must be letters, digits, _ or -, at most 64"),
  z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]),
);

const leadFields = {
  email: z.union([z.literal("").transform(() => null), z.email().max(320)]).nullable().optional(),
  linkedinUrl: field(500),
  firstName: field(200),
  lastName: field(200),
  company: field(300),
  position: field(300),
  headline: field(1000),
  customFields: CustomFields.optional(),
};

/** A lead as callers give it. */
export const LeadInput = z.strictObject(leadFields);
export const ImportLeadsInput = z.strictObject({ campaignId: Id, leads: z.array(LeadInput).min(1).max(1000) });
export const ListLeadsInput = z.strictObject({
  campaignId: Id,
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
  q: z.string().max(200).optional(),
  /** Only leads without a value for this variable. */
  missing: z.string().max(140).optional(),
});
export const UpdateLeadInput = z.strictObject({ campaignId: Id, leadId: Id, updates: z.strictObject(leadFields) });
export const RemoveLeadsInput = z.union([
  z.strictObject({ campaignId: Id, leadIds: z.array(Id).min(1).max(1000) }),
  z.strictObject({ campaignId: Id, all: z.literal(true) }),
]);
export const CoverageInput = z.strictObject({ campaignId: Id });

export type LeadInput = z.infer<typeof LeadInput>;
export interface ImportLeadsInput extends z.infer<typeof ImportLeadsInput> {}
export interface ListLeadsInput extends z.infer<typeof ListLeadsInput> {}
export interface UpdateLeadInput extends z.infer<typeof UpdateLeadInput> {}
export type RemoveLeadsInput = z.infer<typeof RemoveLeadsInput>;

export type CustomValue = string | number | boolean | null;

export interface LeadView {
  readonly id: string;
  readonly campaignId: string;
  readonly email: string | null;
  readonly linkedinUrl: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly fullName: string | null;
  readonly company: string | null;
  readonly position: string | null;
  readonly headline: string | null;
  readonly customFields: Readonly<Record<string, CustomValue>>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface LeadPage {
  readonly leads: readonly LeadView[];
  readonly total: number;
  readonly nextCursor: string | null;
}

export interface ImportedLeads {
  readonly imported: number;
  readonly duplicates: number;
}

export interface CoverageView {
  readonly total: number;
  readonly variables: readonly { readonly variable: string; readonly filled: number; readonly missing: number; readonly sample: string | null }[];
}

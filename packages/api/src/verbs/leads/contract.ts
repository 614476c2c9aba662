import { z } from "zod";
import { Id } from "../../base/ids.ts";
import { linkedinKey } from "./linkedin-key.ts";

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

const email = z
  .string()
  .trim()
  .max(320)
  .refine((text) => text === "" || z.regexes.email.test(text), "must be an email address")
  .transform((text) => (text === "" ? null : text))
  .nullable()
  .optional();

const webAddress = z
  .string()
  .trim()
  .max(500)
  .refine(
    (text) => text === "" || linkedinKey(text) !== undefined,
    "must be a web address such as https://www.linkedin.com/in/name",
  )
  .transform((text) => (text === "" ? null : text))
  .nullable()
  .optional();

const leadFields = {
  email,
  linkedinUrl: webAddress,
  firstName: field(200),
  lastName: field(200),
  company: field(300),
  position: field(300),
  headline: field(1000),
  customFields: CustomFields.optional(),
};

/** Refuse when the campaign has moved on. */
const ifCampaignRevision = z.int().optional();

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
export const UpdateLeadInput = z.strictObject({
  campaignId: Id,
  leadId: Id,
  updates: z.strictObject(leadFields),
  ifCampaignRevision,
});
export const RemoveLeadsInput = z.union([
  z.strictObject({ campaignId: Id, leadIds: z.array(Id).min(1).max(1000), ifCampaignRevision }),
  z.strictObject({ campaignId: Id, all: z.literal(true), ifCampaignRevision }),
]);
export const CoverageInput = z.strictObject({ campaignId: Id });

export type LeadInput = z.infer<typeof LeadInput>;
export interface ImportLeadsInput extends z.infer<typeof ImportLeadsInput> {}
export interface ListLeadsInput extends z.infer<typeof ListLeadsInput> {}
export interface UpdateLeadInput extends z.infer<typeof UpdateLeadInput> {}
export interface CoverageInput extends z.infer<typeof CoverageInput> {}
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

export interface RemovedLeads {
  readonly deleted: number;
}

/** How many leads have a value for one variable; `sample` is such a value, as it renders. */
export interface VariableCoverageView {
  readonly variable: string;
  readonly filled: number;
  readonly missing: number;
  readonly sample: string | null;
}

export interface CoverageView {
  readonly total: number;
  readonly variables: readonly VariableCoverageView[];
}

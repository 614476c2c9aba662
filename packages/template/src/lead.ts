/** A text column as it arrives from the wire or an import: absent, null, empty or text. */
export type LeadText = string | null | undefined;

/** One person a campaign writes to. Custom values keep the type they were imported with. */
export interface Lead {
  readonly id?: LeadText;
  readonly email?: LeadText;
  readonly first_name?: LeadText;
  readonly last_name?: LeadText;
  readonly full_name?: LeadText;
  readonly company?: LeadText;
  readonly position?: LeadText;
  readonly headline?: LeadText;
  readonly linkedin_url?: LeadText;
  readonly custom_fields?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Who the email is from: one sender profile for every lead of a campaign. */
export interface Sender {
  readonly first_name?: LeadText;
  readonly last_name?: LeadText;
  readonly company?: LeadText;
  readonly email?: LeadText;
  readonly position?: LeadText;
}

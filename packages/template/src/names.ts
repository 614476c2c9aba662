/** Variables every lead has, known in every campaign. */
export const leadNames = [
  "first_name",
  "last_name",
  "full_name",
  "email",
  "company",
  "position",
  "headline",
  "linkedin_url",
] as const;

/** Variables filled from the campaign's sender profile, the same for every lead. */
export const senderNames = [
  "sender_first",
  "sender_last",
  "sender_name",
  "sender_position",
  "sender_company",
  "sender_email",
] as const;

export type LeadName = (typeof leadNames)[number];
export type SenderName = (typeof senderNames)[number];

/** What stands before the key of a custom variable: `custom_fields.team_size`. */
export const customPrefix = "custom_fields.";

export const isLeadName = (name: string): name is LeadName => leadNames.some((known) => known === name);
export const isSenderName = (name: string): name is SenderName => senderNames.some((known) => known === name);

/** The key of a custom variable, or undefined when the name is none. */
export function customKey(name: string): string | undefined {
  return name.startsWith(customPrefix) ? name.slice(customPrefix.length) : undefined;
}

/** Lower case, trimmed, spaces and hyphens as `_`: what two spellings of one name have in common. */
export function foldName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
}

/**
 * A key that the grammar accepts for a column of any name: letters, digits, `_` and `-`, at most 64 characters.
 * Answers "field" for a column without a single usable character.
 */
export function safeCustomKey(column: string): string {
  const plain = column.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  const key = plain
    .trim()
    .replaceAll(/[^A-Za-z0-9_-]+/g, "_")
    .replace(/^[-_]+/, "")
    .replace(/_+$/, "");
  return key.slice(0, 64) || "field";
}

const aliases: Readonly<Record<string, string>> = {
  name: "first_name",
  first: "first_name",
  firstname: "first_name",
  fname: "first_name",
  given_name: "first_name",
  forename: "first_name",
  your_name: "sender_first",
  my_name: "sender_first",
  last: "last_name",
  lastname: "last_name",
  lname: "last_name",
  surname: "last_name",
  family_name: "last_name",
  fullname: "full_name",
  lead_name: "full_name",
  contact_name: "full_name",
  company_name: "company",
  companyname: "company",
  organization: "company",
  organisation: "company",
  account: "company",
  account_name: "company",
  business: "company",
  business_name: "company",
  title: "position",
  job_title: "position",
  jobtitle: "position",
  role: "position",
  job: "position",
  job_position: "position",
  email_address: "email",
  linkedin: "linkedin_url",
  linkedin_profile: "linkedin_url",
  sender: "sender_name",
  sender_first_name: "sender_first",
  sender_firstname: "sender_first",
  sender_last_name: "sender_last",
  sender_full_name: "sender_name",
  signature_name: "sender_name",
  my_company: "sender_company",
  our_company: "sender_company",
  your_company: "sender_company",
  sender_title: "sender_position",
  my_title: "sender_position",
  my_first_name: "sender_first",
};

/** The known name behind another tool's spelling (`firstName`, `Job Title`, `custom.plan`), or null. */
export function aliasOf(written: string, known: readonly string[]): string | null {
  const snake = foldName(written.replaceAll(/([a-z])([A-Z])/g, "$1_$2"));
  const bare = snake.replace(/^(?:lead|contact|prospect|recipient|custom|person)[._]/, "");
  const wanted = [snake, bare, aliases[snake], aliases[bare], customPrefix + snake, customPrefix + bare];
  return known.find((name) => wanted.includes(name) || wanted.includes(name.toLowerCase())) ?? null;
}

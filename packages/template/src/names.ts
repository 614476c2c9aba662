/** Variables every lead has, known in every campaign. */
export const leadNames = ["first_name", "last_name", "full_name", "email", "company", "position", "headline", "linkedin_url"] as const;

/** Variables filled from the campaign's sender profile, the same for every lead. */
export const senderNames = ["sender_first", "sender_last", "sender_name", "sender_position", "sender_company", "sender_email"] as const;

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
  return name.trim().toLowerCase().replaceAll(/[\s-]+/g, "_");
}

/**
 * A key that the grammar accepts for a column of any name: letters, digits, `_` and `-`, at most 64 characters.
 * Answers "field" for a column without a single usable character.
 */
export function safeCustomKey(column: string): string {
  const plain = column.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  const key = plain.trim().replaceAll(/[^A-Za-z0-9_-]+/g, "_").replace(/^[-_]+/, "").replace(/_+$/, "");
  return key.slice(0, 64) || "field";
}

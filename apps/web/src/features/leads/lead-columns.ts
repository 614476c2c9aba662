import type { LeadInput } from "@longhand/api/contract";
import { customPrefix } from "@longhand/template";
import type { Lead } from "../../lib/wire.ts";

export type LeadField = "firstName" | "lastName" | "email" | "company" | "position" | "headline" | "linkedinUrl";

/** A column of the table: a built-in field or one custom key. `variable` is its name in a template. */
export interface LeadColumn {
  readonly id: string;
  readonly label: string;
  readonly variable: string;
  readonly width: number;
  readonly read: (lead: Lead) => string;
  readonly write: (lead: Lead, text: string) => LeadInput;
}

function builtIn(field: LeadField, label: string, variable: string, width: number): LeadColumn {
  return {
    id: field,
    label,
    variable,
    width,
    read: (lead) => lead[field] ?? "",
    write: (_lead, text) => ({ [field]: text.trim() === "" ? null : text.trim() }),
  };
}

export const builtInColumns: readonly LeadColumn[] = [
  builtIn("firstName", "First name", "first_name", 128),
  builtIn("lastName", "Last name", "last_name", 128),
  builtIn("email", "Email", "email", 224),
  builtIn("company", "Company", "company", 176),
  builtIn("position", "Position", "position", 176),
  builtIn("headline", "Headline", "headline", 224),
  builtIn("linkedinUrl", "LinkedIn", "linkedin_url", 200),
];

/** Built-in columns, then every custom key that the shown leads have. */
export function columnsOf(leads: readonly Lead[]): readonly LeadColumn[] {
  const keys = new Set(leads.flatMap((lead) => Object.keys(lead.customFields)));
  return [...builtInColumns, ...[...keys].sort().map(customColumn)];
}

function customColumn(key: string): LeadColumn {
  return {
    id: customPrefix + key,
    label: key.replaceAll("_", " "),
    variable: customPrefix + key,
    width: 176,
    read: (lead) => {
      const value = lead.customFields[key];
      return value === null || value === undefined ? "" : String(value);
    },
    write: (lead, text) => ({ customFields: { ...lead.customFields, [key]: text.trim() === "" ? null : text.trim() } }),
  };
}

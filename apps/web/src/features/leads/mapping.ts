import type { LeadInput } from "@longhand/api/contract";
import { foldName, safeCustomKey } from "@longhand/template";
import type { LeadField } from "./lead-columns.ts";

/** Where a pasted column goes: a field, a custom key, or nowhere. */
export type Target = LeadField | "ignore" | { readonly custom: string };

/** Pasted rows with the names of their columns. */
export interface PastedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Cut pasted text into rows. The separator is the one of tab, semicolon and comma that the first line holds most of; quotes as in CSV. */
export function readTable(text: string): PastedTable {
  const firstLine = text.slice(0, Math.max(0, text.search(/\r?\n|$/)));
  const separator =
    ["\t", ";", ","].toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0] ?? ",";
  const rows = readRows(text, separator).filter((row) => row.some((cell) => cell.trim() !== ""));
  const [columns = [], ...rest] = rows;
  return { columns: columns.map((name) => name.trim()), rows: rest };
}

function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator) {
      row.push(cell);
      cell = "";
    } else if (sign === "\n") {
      rows.push([...row, cell.replace(/\r$/, "")]);
      row = [];
      cell = "";
    } else cell += sign;
  }
  return cell === "" && row.length === 0 ? rows : [...rows, [...row, cell.replace(/\r$/, "")]];
}

const spellings: Record<LeadField, readonly string[]> = {
  firstName: ["first_name", "firstname", "first", "given_name", "vorname", "prénom", "prenom", "nombre"],
  lastName: ["last_name", "lastname", "last", "surname", "family_name", "nachname", "nom", "apellido"],
  email: ["email", "e_mail", "mail", "email_address", "work_email"],
  company: ["company", "company_name", "organisation", "organization", "account", "firma", "empresa", "employer"],
  position: ["position", "title", "job_title", "role", "jobtitle", "function"],
  headline: ["headline", "linkedin_headline", "tagline", "bio"],
  linkedinUrl: ["linkedin_url", "linkedin", "linkedin_profile", "profile_url", "linkedin_profile_url"],
};

/** A proposed target for every column; what is no field becomes a custom one, and an empty name is ignored. */
export function guessTargets(columns: readonly string[]): readonly Target[] {
  const taken = new Set<Target>();
  return columns.map((column) => {
    const folded = foldName(column);
    const fields = Object.entries(spellings) as [LeadField, readonly string[]][];
    const field = fields.find(([name, words]) => words.includes(folded) && !taken.has(name))?.[0];
    if (field !== undefined) {
      taken.add(field);
      return field;
    }
    return column === "" ? "ignore" : { custom: safeCustomKey(column) };
  });
}

/** A row that cannot become a lead, and why. `row` counts from 1 without the heading. */
export interface BadRow {
  readonly row: number;
  readonly reason: string;
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const longest: Record<LeadField, number> = {
  firstName: 200,
  lastName: 200,
  email: 320,
  company: 300,
  position: 300,
  headline: 1000,
  linkedinUrl: 500,
};

/** Turn rows into leads under the chosen targets. Rows with a wrong address or nothing at all are told apart, never dropped in silence. */
export function toLeads(
  table: PastedTable,
  targets: readonly Target[],
): { readonly leads: readonly LeadInput[]; readonly bad: readonly BadRow[] } {
  const leads: LeadInput[] = [];
  const bad: BadRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    const fields: Partial<Record<LeadField, string>> = {};
    const customFields: Record<string, string> = {};
    for (const [column, target] of targets.entries()) {
      const text = (row[column] ?? "").trim();
      if (text === "" || target === "ignore") continue;
      if (typeof target === "object") customFields[target.custom] = text;
      else fields[target] = text;
    }
    const reason = whyBad(fields, customFields);
    if (reason === undefined) leads.push({ ...fields, ...(Object.keys(customFields).length > 0 && { customFields }) });
    else bad.push({ row: index + 1, reason });
  }
  return { leads, bad };
}

function whyBad(fields: Partial<Record<LeadField, string>>, customFields: Record<string, string>): string | undefined {
  if (Object.keys(fields).length === 0 && Object.keys(customFields).length === 0)
    return "nothing in the chosen columns";
  if (fields.email !== undefined && !email.test(fields.email)) return `“${fields.email}” is no email address`;
  const long = (Object.entries(fields) as [LeadField, string][]).find(([field, text]) => text.length > longest[field]);
  return long === undefined ? undefined : `${long[0]} is longer than ${longest[long[0]]} characters`;
}

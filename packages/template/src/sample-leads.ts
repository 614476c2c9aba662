import type { Lead } from "./lead.ts";
import type { Template } from "./parse.ts";

/** A lead worth previewing, and why. */
export interface LeadPick {
  readonly index: number;
  readonly lead: Lead;
  readonly lead_id: string | null;
  readonly reason: "emptiest" | "longest" | "oddest" | "segment" | "typical";
  /** The reason in a few words: which fields are missing, which value is long. */
  readonly detail: string;
}

/** Pick up to `n` telling leads: emptiest, longest, oddest, then one per segment. Same inputs, same picks. */
export function sampleLeads(leads: readonly Lead[], templates: readonly Template[], n: number, seed = 0): LeadPick[] {
  throw new Error(`${leads.length}${templates.length}${n}${seed}`);
}

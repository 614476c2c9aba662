import type { Catalogue } from "./catalogue.ts";
import type { Lead, Sender } from "./lead.ts";
import type { Template } from "./parse.ts";

/** How one variable is filled across a campaign. */
export interface VariableCoverage {
  readonly name: string;
  readonly known: boolean;
  readonly uses: number;
  readonly filled: number;
  readonly missing: number;
  /** The first hundred leads without a value, by id (or `#index` when a lead has none). */
  readonly missing_lead_ids: readonly string[];
  /** Up to three different values, as they render. */
  readonly samples: readonly string[];
  readonly longest_value: string | null;
  /** The fallback in force at its first use; null when none is written. */
  readonly fallback: string | null;
  /** The sentence of its first use, as written, and as it reads with the fallback. */
  readonly sentence: string | null;
  readonly fallback_reads_as: string | null;
}

/** Coverage of every variable a set of templates uses, in order of first use. */
export interface Coverage {
  readonly leads: number;
  readonly variables: readonly VariableCoverage[];
}

/** Optional knowledge for coverage. */
export interface CoverageOptions {
  readonly sender?: Sender | null | undefined;
  readonly catalogue?: Catalogue | undefined;
  readonly missing?: readonly string[] | undefined;
}

/** Count values per variable in one pass over the leads. */
export function coverage(templates: readonly Template[], leads: readonly Lead[], options: CoverageOptions = {}): Coverage {
  throw new Error(`${templates.length}${leads.length}${options.sender}`);
}

import type { FixOp } from "../fix.ts";
import type { PartSpan } from "../span.ts";

export type CheckScope = "skeleton" | "template" | "lead" | "sequence";
export type CheckStatus = "pass" | "fail" | "unknown";
export type CheckSeverity = "error" | "warning" | "info";

/** A value that survives JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One finding. Findings with one cause over many leads are one result that counts them. */
export interface CheckResult {
  readonly id: string;
  readonly scope: CheckScope;
  readonly status: CheckStatus;
  readonly severity: CheckSeverity;
  /** One sentence for a person, ending in what is wrong or that all is well. */
  readonly message: string;
  /** Where in the checked source; empty when the finding is about no place or about a rendered text. */
  readonly spans: readonly PartSpan[];
  readonly got?: Json;
  readonly want?: Json;
  /** Why nothing could be said; always there when `status` is unknown. */
  readonly reason?: string;
  readonly fix?: FixOp;
  /** Where the rule comes from. */
  readonly source: string;
  /** The one lead a finding is for; the first of them when there are several. */
  readonly lead_id?: string;
  /** The first hundred leads a finding is for, by id. */
  readonly lead_ids?: readonly string[];
  /** How many leads the finding is for. */
  readonly lead_count?: number;
  /** The block, node or variable a finding is about. */
  readonly about?: string;
}

export type Ready = "yes" | "no" | "unknown";
export type CheckCounts = Record<CheckStatus, Record<CheckSeverity, number>>;

/** Every finding on one email. `counts` never adds unknown to passes. */
export interface CheckReport {
  readonly results: readonly CheckResult[];
  readonly ready: Ready;
  readonly counts: CheckCounts;
}

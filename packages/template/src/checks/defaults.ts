import type { CheckSeverity } from "./check-result.ts";

/** The defaults of one check. */
export interface CheckDefault {
  readonly title: string;
  /** Severity of its ordinary failure; thresholds named `error` raise it. */
  readonly severity: CheckSeverity;
  /** In the gate: a writer may not commit its own text while this fails at severity error. */
  readonly gate: boolean;
  /** Cannot be turned off or softened. */
  readonly locked: boolean;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly source: string;
  readonly reason: string;
}

/** Every check by id, in the order of reports. */
export const checkDefaults: Readonly<Record<string, CheckDefault>> = {};

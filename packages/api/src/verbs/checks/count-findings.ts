import type { CheckReport } from "@longhand/template/checks";
import type { CheckCounts } from "../sessions/contract.ts";

/** Failing errors, failing warnings, and everything that could not be told. */
export function countFindings(report: CheckReport): CheckCounts {
  const { fail, unknown } = report.counts;
  return { errors: fail.error, warnings: fail.warning, unknown: unknown.error + unknown.warning + unknown.info };
}

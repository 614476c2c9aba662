import type { CheckReport, CheckResult } from "./check-result.ts";

/** Put findings into a report; `leadsGiven` says whether per-lead checks had anything to look at. Use it again after adding findings. */
export function toReport(results: readonly CheckResult[], leadsGiven: boolean): CheckReport {
  throw new Error(`${results.length}${leadsGiven}`);
}

/** The findings for which a writer may not commit its own text: failed gate checks at severity error, and B07 as warning too. */
export function gateFailures(report: CheckReport): CheckResult[] {
  throw new Error(report.ready);
}

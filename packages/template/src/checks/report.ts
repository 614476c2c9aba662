import { checkDefaults, isCheckId } from "./defaults.ts";
import type { CheckCounts, CheckReport, CheckResult, Ready } from "./check-result.ts";

/**
 * Put findings into a report. `ready` is no if an error fails; else unknown if an error check is unknown or
 * `leadsGiven` is false; else yes. Call it again with all findings after adding some (a judge's, say).
 */
export function toReport(results: readonly CheckResult[], leadsGiven: boolean): CheckReport {
  const counts: CheckCounts = {
    pass: { error: 0, warning: 0, info: 0 },
    fail: { error: 0, warning: 0, info: 0 },
    unknown: { error: 0, warning: 0, info: 0 },
  };
  for (const { status, severity } of results) counts[status][severity]++;
  const ready: Ready = counts.fail.error > 0 ? "no" : counts.unknown.error > 0 || !leadsGiven ? "unknown" : "yes";
  return { results, ready, counts };
}

/**
 * The findings for which a writer may not commit its own text: gate checks that fail at severity error, and B07 that
 * fails as a warning too. Unknown never bars.
 */
export function gateFailures(report: Pick<CheckReport, "results">): CheckResult[] {
  return report.results.filter(
    ({ id, status, severity }) =>
      status === "fail" &&
      isCheckId(id) &&
      checkDefaults[id].gate &&
      (severity === "error" || (id === "B07" && severity === "warning")),
  );
}

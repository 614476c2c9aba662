import type { CheckResult } from "@longhand/template/checks";

const rank: Record<CheckResult["severity"], number> = { error: 0, warning: 1, info: 2 };

/** Worst first. */
export function sortFindings(results: readonly CheckResult[]): readonly CheckResult[] {
  return results.toSorted((a, b) => rank[a.severity] - rank[b.severity] || (b.lead_count ?? 0) - (a.lead_count ?? 0));
}

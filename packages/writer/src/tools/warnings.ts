import type { CheckReport } from "@longhand/template/checks";
import { safeMessage } from "../blocking-findings.ts";
import type { Json } from "../state.ts";

/** The findings of a report that do not refuse, in the form a model is told them. */
export function warningsOf(report: CheckReport): Json[] {
  return report.results
    .filter(({ status, severity }) => status === "fail" && severity !== "info")
    .slice(0, 12)
    .map((result) => ({ code: result.id, message: safeMessage(result) }));
}

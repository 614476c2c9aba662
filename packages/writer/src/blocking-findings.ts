import { checkDefaults, gateFailures, isCheckId, type CheckReport, type CheckResult } from "@longhand/template/checks";
import type { ToolIssue } from "./tools/schemas.ts";

/**
 * The findings for which a draft or skeleton is refused. Of those about single leads only a missing value counts:
 * the writer can give it a fallback, while a lead whose data holds a token stops that lead and nobody else's draft.
 * A sender value that nobody has entered counts too: it would be a hole for every lead.
 */
export function blockingFindings(report: Pick<CheckReport, "results">): CheckResult[] {
  const sender = report.results.filter(({ id, status }) => id === "V15" && status === "fail");
  return [...gateFailures(report).filter(({ id, scope }) => scope !== "lead" || id === "V02"), ...sender];
}

/** A finding as a model is told it. What is about leads is told by name of the variable and number of leads, never by their values. */
export function toIssue(result: CheckResult): ToolIssue {
  const path = result.spans[0]?.part ?? result.about ?? "draft";
  if (result.scope === "lead") return { code: result.id, path, got: result.about ?? "", hint: leadSentence(result) };
  const got =
    result.got === undefined
      ? result.message
      : typeof result.got === "string"
        ? result.got
        : JSON.stringify(result.got);
  return {
    code: result.id,
    path,
    got,
    hint: result.fix === undefined ? result.message : `${result.message} ${result.fix.instruction}`,
  };
}

/** A finding in one sentence without any lead's value or name. */
export function safeMessage(result: CheckResult): string {
  return result.scope === "lead" ? leadSentence(result) : result.message;
}

function leadSentence({ id, about, lead_count = 1 }: CheckResult): string {
  const leads = lead_count === 1 ? "1 lead" : `${lead_count} leads`;
  if (id === "V02" && about !== undefined)
    return `${leads} without a value for %${about}%, and no fallback is written: write %${about}|…% with words that fit.`;
  const title = isCheckId(id) ? checkDefaults[id].title : id;
  return `${title}: not so for ${leads}${about === undefined ? "" : ` (%${about}%)`}.`;
}

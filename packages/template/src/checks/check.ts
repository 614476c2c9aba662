import type { Lead } from "../lead.ts";
import type { CheckInput } from "./check-input.ts";
import type { CheckReport, CheckResult } from "./check-result.ts";
import type { CheckSettings } from "./settings.ts";

/** Run every check that applies; linear in the text per template, and in leads × text per lead. */
export function check(input: CheckInput, settings: CheckSettings = {}): CheckReport {
  throw new Error(input.subject + String(settings.opt_out));
}

/** The findings for one lead alone: for the message or preview of that lead. */
export function checkLead(input: CheckInput, lead: Lead, settings: CheckSettings = {}): CheckResult[] {
  throw new Error(input.subject + String(settings.opt_out) + String(lead.id));
}

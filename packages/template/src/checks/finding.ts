import type { FixOp } from "../fix.ts";
import type { PartSpan } from "../span.ts";
import type { CheckSeverity, CheckStatus, Json } from "./check-result.ts";

/** What a check answers; id, scope, source and the severity of the defaults are added by `check`. */
export interface Finding {
  readonly status: CheckStatus;
  readonly message: string;
  /** Given only where it differs from the default of the check. */
  readonly severity?: CheckSeverity;
  readonly spans?: readonly PartSpan[];
  readonly got?: Json;
  readonly want?: Json;
  readonly reason?: string;
  readonly fix?: FixOp;
  readonly about?: string;
}

/** What a lead check answers for one lead; leads with the same `cause` become one result. */
export interface LeadFinding extends Omit<Finding, "status" | "message"> {
  readonly cause: string;
  /** What is wrong, to stand behind "Anna Miller:" or "38 leads:". */
  readonly says: string;
}

export function passed(message: string, got?: Json): Finding {
  return got === undefined ? { status: "pass", message } : { status: "pass", message, got };
}

export function failed(message: string, rest: Omit<Finding, "status" | "message" | "reason"> = {}): Finding {
  return { status: "fail", message, ...rest };
}

/** Nothing can be said, because of `reason`. */
export function unsure(
  message: string,
  reason: string,
  rest: Omit<Finding, "status" | "message" | "reason"> = {},
): Finding {
  return { status: "unknown", message, reason, ...rest };
}

import type { CheckResult } from "@longhand/template/checks";
import { z } from "zod";
import type { ChecksView } from "../../../verbs/checks/contract.ts";
import { CheckCountsJson } from "./session.ts";

const span = z.object({ part: z.enum(["subject", "body"]), from: z.int(), to: z.int() });
const anything = z.unknown();

export const FindingJson = z
  .object({
    id: z.string(),
    scope: z.enum(["skeleton", "template", "lead", "sequence"]),
    status: z.enum(["pass", "fail", "unknown"]),
    severity: z.enum(["error", "warning", "info"]),
    message: z.string(),
    spans: z.array(span).readonly(),
    got: anything.optional(),
    want: anything.optional(),
    reason: z
      .string()
      .optional()
      .meta({ description: "Why nothing could be said; always there when the status is unknown." }),
    fix: z
      .object({
        op: z.string(),
        edits: z.array(span.extend({ before: z.string(), after: z.string() })).readonly(),
        instruction: z.string(),
      })
      .optional(),
    source: z.string(),
    lead_id: z.string().optional(),
    lead_ids: z.array(z.string()).readonly().optional(),
    lead_count: z.int().optional(),
    about: z.string().optional(),
  })
  .meta({ id: "Finding" });

export const ChecksJson = z
  .object({
    draft_version: z.int().nullable(),
    revision: z.int(),
    lead_count: z.int(),
    counts: CheckCountsJson,
    ready: z.enum(["yes", "no", "unknown"]),
    results: z.array(FindingJson).readonly(),
  })
  .meta({
    id: "Checks",
    description: "Every finding on the current draft over the campaign's leads. There is none while there is no draft.",
  });

export function toChecksJson(checks: ChecksView): z.infer<typeof ChecksJson> {
  const results: readonly CheckResult[] = checks.report?.results ?? [];
  return {
    draft_version: checks.draftVersion,
    revision: checks.revision,
    lead_count: checks.leadCount,
    counts: checks.counts,
    ready: checks.report?.ready ?? "unknown",
    results: results.map(toFindingJson),
  };
}

/** What a rule keeps for itself stays behind. */
function toFindingJson(finding: CheckResult): z.infer<typeof FindingJson> {
  const {
    id,
    scope,
    status,
    severity,
    message,
    spans,
    got,
    want,
    reason,
    fix,
    source,
    lead_id,
    lead_ids,
    lead_count,
    about,
  } = finding;
  return {
    id,
    scope,
    status,
    severity,
    message,
    spans: spans.map(({ part, from, to }) => ({ part, from, to })),
    ...(got !== undefined && { got }),
    ...(want !== undefined && { want }),
    ...(reason !== undefined && { reason }),
    ...(fix && { fix: toFixJson(fix) }),
    source,
    ...(lead_id !== undefined && { lead_id }),
    ...(lead_ids && { lead_ids }),
    ...(lead_count !== undefined && { lead_count }),
    ...(about !== undefined && { about }),
  };
}

function toFixJson({
  op,
  edits,
  instruction,
}: NonNullable<CheckResult["fix"]>): NonNullable<z.infer<typeof FindingJson>["fix"]> {
  return {
    op,
    edits: edits.map(({ part, from, to, before, after }) => ({ part, from, to, before, after })),
    instruction,
  };
}

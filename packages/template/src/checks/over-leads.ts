import type { Lead } from "../lead.ts";
import { toValue } from "../value.ts";
import { leadValues } from "../values.ts";
import type { CheckContext } from "./check-context.ts";
import { lengthForLead, type LeadCheck } from "./check-leads.ts";
import type { CheckResult } from "./check-result.ts";
import { checkDefaults, type CheckId } from "./defaults.ts";
import { passed, type Finding, type LeadFinding } from "./finding.ts";
import { viewOf, type LeadView } from "./lead-view.ts";

/** Leads listed by id in one result; the count goes on. */
const listedLeads = 100;

type Who = Pick<CheckResult, "lead_id" | "lead_ids" | "lead_count">;

interface Group {
  readonly id: CheckId;
  readonly finding: LeadFinding;
  readonly first: Lead;
  readonly ids: string[];
  count: number;
}

/**
 * Run lead checks over leads and gather what they find: one finding per check and cause, one pass per check that found
 * nothing. With `sampled`, V10 looks at the longest and the emptiest lead only; without, at every one.
 */
export function overLeads(
  ctx: CheckContext,
  leads: readonly Lead[],
  checks: readonly (readonly [CheckId, LeadCheck])[],
  sampled: boolean,
): [CheckId, Finding, Who][] {
  const groups = new Map<string, Group>();
  const started = checks.map(([id, start]) => [id, start(ctx)] as const);
  const lengths = lengthForLead(ctx);
  let longest: LeadView | undefined;
  let emptiest: LeadView | undefined;

  function add(id: CheckId, finding: LeadFinding, lead: Lead): void {
    const key = `${id} ${finding.cause}`;
    const group = groups.get(key) ?? { id, finding, first: lead, ids: [], count: 0 };
    group.count++;
    if (typeof lead.id === "string" && group.ids.length < listedLeads) group.ids.push(lead.id);
    groups.set(key, group);
  }

  for (const lead of leads) {
    const view = viewOf(ctx, lead);
    for (const [id, run] of started) for (const finding of run(view)) add(id, finding, lead);
    if (longest === undefined || sizeOf(view) > sizeOf(longest)) longest = view;
    if (emptiest === undefined || sizeOf(view) < sizeOf(emptiest)) emptiest = view;
    if (!sampled) for (const finding of lengths(view)) add("V10", finding, lead);
  }
  if (sampled)
    for (const view of new Set([longest, emptiest]))
      if (view !== undefined) for (const finding of lengths(view)) add("V10", finding, view.lead);

  const ids = [...checks.map(([id]) => id), "V10" as const];
  const clean = ids.filter((id) => ![...groups.values()].some((group) => group.id === id));
  return [
    ...Array.from(groups.values(), (group): [CheckId, Finding, Who] => [group.id, toFinding(group), whoOf(group)]),
    ...clean.map((id): [CheckId, Finding, Who] => [
      id,
      passed(
        leads.length === 1 ? `${checkDefaults[id].title}.` : `${checkDefaults[id].title}: all ${leads.length} leads.`,
      ),
      {},
    ]),
  ];
}

function sizeOf({ subject, body }: LeadView): number {
  return subject.text.length + body.text.length;
}

function toFinding({ finding, first, count }: Group): Finding {
  const who = count === 1 ? nameOf(first) : `${count} leads`;
  return { ...finding, status: "fail", message: `${who}: ${finding.says}.` };
}

function whoOf({ ids, count }: Group): Who {
  const [first] = ids;
  return { ...(first === undefined ? {} : { lead_id: first }), lead_ids: ids, lead_count: count };
}

function nameOf(lead: Lead): string {
  return leadValues(lead, null).get("full_name") ?? toValue(lead.email) ?? "One lead";
}

import { positionKind } from "./classify-position.ts";
import type { Lead } from "./lead.ts";
import { customKey, isLeadName, leadNames } from "./names.ts";
import { oddValue } from "./odd-value.ts";
import type { Template } from "./parse.ts";
import { toValue } from "./value.ts";
import { leadValues } from "./values.ts";
import { variables } from "./variables.ts";

/** A lead worth previewing, and why. */
export interface LeadPick {
  readonly index: number;
  readonly lead: Lead;
  readonly lead_id: string | null;
  readonly reason: "emptiest" | "longest" | "oddest" | "segment" | "typical";
  /** The reason in a few words: which fields are missing, which value is long. */
  readonly detail: string;
}

interface Scored {
  readonly index: number;
  readonly lead: Lead;
  readonly missing: readonly string[];
  readonly length: number;
  readonly longest: string;
  readonly odd: readonly string[];
  readonly segment: string | null;
  readonly order: number;
}

/**
 * Pick up to `n` telling leads, each once: emptiest, longest, oddest, then one per segment (job kind), then ordinary ones.
 *
 * Looks at the variables the templates use, or at every built-in field when they use none. The seed breaks ties:
 * same inputs, same picks.
 */
export function sampleLeads(leads: readonly Lead[], templates: readonly Template[], n: number, seed = 0): LeadPick[] {
  const used = [...new Set(templates.flatMap((template) => variables(template).map(({ name }) => name)))].filter(
    (name) => isLeadName(name) || customKey(name) !== undefined,
  );
  const names = used.length > 0 ? used : [...leadNames];
  const scored = leads.map((lead, index) => score(lead, index, names, seed));
  const picks = new Map<number, LeadPick>();

  function pick(found: Scored | undefined, reason: LeadPick["reason"], detail: string): void {
    if (found === undefined || picks.size >= n || picks.has(found.index)) return;
    picks.set(found.index, { index: found.index, lead: found.lead, lead_id: found.lead.id ?? null, reason, detail });
  }

  const emptiest = best(scored, ({ missing }) => missing.length);
  if (emptiest !== undefined) pick(emptiest, "emptiest", `no ${emptiest.missing.join(", ")}`);
  const longest = best(
    scored.filter(({ index }) => !picks.has(index)),
    ({ length }) => length,
  );
  if (longest !== undefined) pick(longest, "longest", `longest values: ${longest.longest}`);
  const oddest = best(
    scored.filter(({ index }) => !picks.has(index)),
    ({ odd }) => odd.length,
  );
  if (oddest !== undefined) pick(oddest, "oddest", oddest.odd.join("; "));
  for (const [segment, members] of segments(scored)) {
    if (!members.some(({ index }) => picks.has(index)))
      pick(
        best(members, () => 1),
        "segment",
        segment,
      );
  }
  for (const one of scored.toSorted((a, b) => a.missing.length - b.missing.length || a.order - b.order))
    pick(one, "typical", "an ordinary lead");
  return [...picks.values()];
}

function score(lead: Lead, index: number, names: readonly string[], seed: number): Scored {
  const values = leadValues(lead, null);
  const missing: string[] = [];
  const odd: string[] = [];
  let length = 0;
  let longest = "";
  let most = 0;
  for (const name of names) {
    const oddity = oddValue(name, rawValue(lead, name));
    if (oddity !== null) odd.push(`${name} ${oddity}`);
    const value = values.get(name) ?? null;
    if (value === null) missing.push(name);
    else {
      length += value.length;
      if (value.length > most) {
        most = value.length;
        longest = name;
      }
    }
  }
  const position = toValue(lead.position);
  return {
    index,
    lead,
    missing,
    length,
    longest,
    odd,
    segment: position === null ? null : positionKind(position),
    order: scatter(index, seed),
  };
}

/** What is stored for a name, before any cleaning. */
export function rawValue(lead: Lead, name: string): unknown {
  const key = customKey(name);
  if (key !== undefined) return Object.hasOwn(lead.custom_fields ?? {}, key) ? lead.custom_fields?.[key] : undefined;
  return isLeadName(name) ? lead[name] : undefined;
}

function best(scored: readonly Scored[], rank: (one: Scored) => number): Scored | undefined {
  let found: Scored | undefined;
  for (const one of scored) {
    const value = rank(one);
    const lead = found === undefined ? 0 : rank(found);
    if (value > lead || (value > 0 && value === lead && found !== undefined && one.order < found.order)) found = one;
  }
  return found;
}

function segments(scored: readonly Scored[]): [string, Scored[]][] {
  const bySegment = new Map<string, Scored[]>();
  for (const one of scored) {
    if (one.segment === null) continue;
    const members = bySegment.get(one.segment);
    if (members === undefined) bySegment.set(one.segment, [one]);
    else members.push(one);
  }
  return [...bySegment].toSorted(([a, more], [b, fewer]) => fewer.length - more.length || (a < b ? -1 : 1));
}

/** A fixed pseudo-random order of indexes for one seed (xorshift-multiply of both). */
function scatter(index: number, seed: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

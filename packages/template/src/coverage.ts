import type { Catalogue } from "./catalogue.ts";
import type { Lead, Sender } from "./lead.ts";
import { parse, type Template } from "./parse.ts";
import { render } from "./render.ts";
import { sampleValues } from "./sample-values.ts";
import { splitSentences } from "./sentences.ts";
import { leadValues } from "./values.ts";
import { variables, type VariableUse } from "./variables.ts";

/** How one variable is filled across a campaign. */
export interface VariableCoverage {
  readonly name: string;
  readonly known: boolean;
  readonly uses: number;
  readonly filled: number;
  readonly missing: number;
  /** The first hundred leads without a value, by id (`#n`, counted from 0, for a lead without one). */
  readonly missing_lead_ids: readonly string[];
  /** Up to three different values, as they render. */
  readonly samples: readonly string[];
  readonly longest_value: string | null;
  /** The fallback in force at its first use; null when none is written. */
  readonly fallback: string | null;
  /** The sentence of its first use, as written, and as it reads with the fallback. */
  readonly sentence: string | null;
  readonly fallback_reads_as: string | null;
}

/** Coverage of every variable a set of templates uses, in order of first use. */
export interface Coverage {
  readonly leads: number;
  readonly variables: readonly VariableCoverage[];
}

/** Optional knowledge for coverage. */
export interface CoverageOptions {
  readonly sender?: Sender | null | undefined;
  readonly catalogue?: Catalogue | undefined;
  readonly missing?: readonly string[] | undefined;
}

/** Missing leads listed by id; the count goes on. */
const listedLeads = 100;
const listedSamples = 3;

interface Tally {
  readonly name: string;
  readonly template: Template;
  readonly first: VariableUse;
  uses: number;
  known: boolean;
  filled: number;
  longest: string | null;
  readonly missingIds: string[];
  readonly samples: Set<string>;
}

/**
 * Count values per variable in one pass: leads × distinct variables.
 *
 * A sender variable counts for every lead alike. An unknown name is filled for nobody.
 */
export function coverage(
  templates: readonly Template[],
  leads: readonly Lead[],
  options: CoverageOptions = {},
): Coverage {
  const tallies = new Map<string, Tally>();
  for (const template of templates) {
    for (const first of variables(template)) {
      const tally = tallies.get(first.name);
      if (tally !== undefined) tally.uses++;
      else
        tallies.set(first.name, {
          name: first.name,
          template,
          first,
          uses: 1,
          known: options.catalogue?.known.has(first.name) ?? true,
          filled: 0,
          longest: null,
          missingIds: [],
          samples: new Set(),
        });
    }
  }
  leads.forEach((lead, index) => {
    const values = leadValues(lead, options.sender, options);
    for (const tally of tallies.values()) count(tally, values.get(tally.name), lead, index);
  });
  return {
    leads: leads.length,
    variables: Array.from(tallies.values(), (tally) => toView(tally, leads.length, tallies)),
  };
}

function count(tally: Tally, value: string | null | undefined, lead: Lead, index: number): void {
  if (value === undefined) tally.known = false;
  if (value === null || value === undefined) {
    if (tally.missingIds.length < listedLeads) tally.missingIds.push(lead.id ?? `#${index}`);
    return;
  }
  tally.filled++;
  if (tally.samples.size < listedSamples) tally.samples.add(value);
  if (value.length > (tally.longest?.length ?? 0)) tally.longest = value;
}

function toView(tally: Tally, leads: number, all: ReadonlyMap<string, Tally>): VariableCoverage {
  const { name, known, uses, filled, first, template } = tally;
  const sentence =
    splitSentences(template.source).find(({ from, to }) => from <= first.from && first.to <= to)?.text ?? null;
  const reads =
    sentence === null || first.fallback === null
      ? null
      : render(parse(sentence), {
          get: (other) =>
            other === name ? null : ([...(all.get(other)?.samples ?? [])][0] ?? sampleValues.get(other)),
        });
  return {
    name,
    known,
    uses,
    filled,
    missing: leads - filled,
    missing_lead_ids: tally.missingIds,
    samples: [...tally.samples],
    longest_value: tally.longest,
    fallback: first.fallback,
    sentence,
    fallback_reads_as: reads?.ok === true ? reads.text : null,
  };
}

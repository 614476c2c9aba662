import type { Catalogue } from "./catalogue.ts";
import { aliasOf, customKey, customPrefix, foldName } from "./names.ts";
import type { Template } from "./parse.ts";
import { variables, type VariableUse } from "./variables.ts";

/** A variable whose name the campaign does not know, with the known name it is closest to. */
export interface UnknownVariable extends VariableUse {
  readonly nearest: string | null;
  /** A custom name while no lead has been seen: it may yet turn out to be known. */
  readonly undecided: boolean;
}

/** The variables of a template, told apart by whether the campaign knows them. */
export interface Resolution {
  readonly known: readonly VariableUse[];
  readonly unknown: readonly UnknownVariable[];
}

/** Mark each variable of a template as known or unknown. Linear in the tokens; names are compared exactly. */
export function resolve(template: Template, catalogue: Catalogue): Resolution {
  const known: VariableUse[] = [];
  const unknown: UnknownVariable[] = [];
  for (const use of variables(template)) {
    if (catalogue.known.has(use.name)) known.push(use);
    else {
      const undecided = !catalogue.complete && customKey(use.name) !== undefined;
      unknown.push({ ...use, nearest: nearestName(use.name, catalogue), undecided });
    }
  }
  return { known, unknown };
}

/** The known name that a misspelt one most likely means, or null: equal once folded, else at most two letters apart. */
export function nearestName(name: string, catalogue: Catalogue): string | null {
  const alias = aliasOf(name, catalogue.names);
  if (alias !== null) return alias;
  const folded = foldName(name);
  const bare = folded.replaceAll("_", "");
  let best: string | null = null;
  let bestDistance = Math.min(2, Math.floor(folded.length / 3)) + 1;
  for (const candidate of catalogue.names) {
    const target = foldName(candidate);
    const key = customKey(candidate)?.toLowerCase();
    if (target === folded || key === folded || target.replaceAll("_", "") === bare) return candidate;
    const distance = Math.min(
      editDistance(folded, target),
      key === undefined ? Infinity : editDistance(folded.replace(customPrefix, ""), key),
    );
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return row[b.length] ?? Infinity;
}

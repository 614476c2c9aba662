import type { CheckSeverity } from "./check-result.ts";

/** Where a check looks: the skeleton, the template once, each lead's rendered text, the campaign's sequence. */
export type CheckWhere = "skeleton" | "template" | "lead" | "sequence";

/** The defaults of one check. */
export interface CheckDefault<T extends Readonly<Record<string, number>> = Readonly<Record<string, number>>> {
  readonly title: string;
  readonly where: readonly CheckWhere[];
  /** Severity of its ordinary failure; a check with thresholds for several severities names them. */
  readonly severity: CheckSeverity;
  /** In the gate: a writer may not commit its own text while this fails at severity error. */
  readonly gate: boolean;
  /** Cannot be turned off or softened. */
  readonly locked: boolean;
  readonly thresholds: T;
  readonly source: string;
  /** Why the line is drawn here, with the disagreement where sources disagree. */
  readonly reason: string;
}

/** `where` in letters (K T L S), then G for the gate and ! for locked. */
export function row<const T extends Readonly<Record<string, number>>>(
  title: string,
  flags: string,
  severity: CheckSeverity,
  thresholds: T,
  source: string,
  reason: string,
): CheckDefault<T> {
  const places = { K: "skeleton", T: "template", L: "lead", S: "sequence" } as const;
  const where = (["K", "T", "L", "S"] as const)
    .filter((letter) => flags.includes(letter))
    .map((letter) => places[letter]);
  return { title, where, severity, gate: flags.includes("G"), locked: flags.includes("!"), thresholds, source, reason };
}

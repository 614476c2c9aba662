import type { Finding } from "./finding.ts";
import { polishClause } from "./polish-clause.ts";
import { audienceFindings } from "./read-audience.ts";
import { takeNounPhrase } from "../nlu/noun-phrase.ts";
import type { Op } from "../nlu/op.ts";

/** "Change the audience to …" and its like as findings. */
export function slotFindings(ops: readonly Op[]): Finding[] {
  return ops.flatMap((op): Finding[] => {
    if (op.op !== "slot") return [];
    if (op.slot !== "audience") return [{ slot: op.slot, value: polishClause(op.value), quote: op.value, weight: 3 }];
    const { phrase, rest } = takeNounPhrase(op.value);
    return audienceFindings(phrase, rest, op.value, 3);
  });
}

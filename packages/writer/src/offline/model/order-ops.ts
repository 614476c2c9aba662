import type { Op } from "../nlu/op.ts";

const rank: Readonly<Record<Op["op"], number>> = {
  lock: 0,
  unlock: 0,
  undo: 1,
  restore: 1,
  create: 1,
  pattern: 2,
  variant: 2,
  slot: 3,
  remove: 4,
  replace: 5,
  rewrite: 6,
  tone: 7,
  greeting: 8,
  signoff: 8,
  mention: 9,
  proof: 9,
  variable: 9,
  ps: 10,
  ask: 11,
  "soften-ask": 12,
  subject: 13,
  choose: 13,
  question: 14,
  plain: 15,
  longer: 16,
  shorter: 17,
  require: 18,
  ban: 19,
  explain: 20,
  preview: 20,
  talk: 20,
  decide: 20,
  outside: 20,
};

/** Operations in an order in which none undoes another: locks first, wording before length, forbidden words last. */
export function orderOps(ops: readonly Op[]): Op[] {
  return ops
    .map((op, index) => ({ op, index }))
    .toSorted((a, b) => rank[a.op.op] - rank[b.op.op] || a.index - b.index)
    .map(({ op }) => op);
}

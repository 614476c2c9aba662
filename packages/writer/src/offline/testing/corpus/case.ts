/**
 * One utterance and what it should be read as: operations by name, each with a
 * colon and a part of its argument where that matters; `fact:<slot>` for a
 * statement; `none` for what must neither command nor state anything.
 */
export type Case = readonly [utterance: string, expected: string];

/** The state a group of cases is said in. */
export interface CaseGroup {
  readonly name: string;
  readonly hasDraft: boolean;
  readonly cases: readonly Case[];
}

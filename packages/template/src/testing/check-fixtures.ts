import type { CheckId } from "../checks/defaults.ts";
import { bodyFixtures } from "./body-fixtures.ts";
import type { Fixtures } from "./fixture-builders.ts";
import { planFixtures } from "./plan-fixtures.ts";
import { trustFixtures } from "./trust-fixtures.ts";
import { variableFixtures } from "./variable-fixtures.ts";

/** Per check: inputs that pass, that fail, and of which nothing can be said. */
export const fixtures: Readonly<Record<CheckId, Fixtures>> = {
  ...variableFixtures,
  ...bodyFixtures,
  ...planFixtures,
  ...trustFixtures,
};

import { bodyDefaults } from "./body-defaults.ts";
import { planDefaults } from "./plan-defaults.ts";
import { trustDefaults } from "./trust-defaults.ts";
import { variableDefaults } from "./variable-defaults.ts";

/** Every check by id, in the order of reports. */
export const checkDefaults = { ...variableDefaults, ...bodyDefaults, ...planDefaults, ...trustDefaults };

/** The id of a check. */
export type CheckId = keyof typeof checkDefaults;

/** Every check id, in the order of reports. */
export const checkIds = Object.keys(checkDefaults).filter(isCheckId);

export function isCheckId(id: string): id is CheckId {
  return Object.hasOwn(checkDefaults, id);
}

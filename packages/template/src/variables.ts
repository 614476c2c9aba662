import type { VariableToken } from "./lex.ts";
import type { Template } from "./parse.ts";

/** One use of a variable, where it stands and what it falls back to (null: nothing was written). */
export type VariableUse = Omit<VariableToken, "kind">;

/** Every variable of a template in order of appearance, repeats included. Names in slots are not uses. */
export function variables(template: Template): VariableUse[] {
  return template.tokens.flatMap(({ kind, ...rest }) => (kind === "variable" && "name" in rest ? [rest] : []));
}

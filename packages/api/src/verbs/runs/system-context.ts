import type { Context } from "../../base/context.ts";

/** A context before anybody acts in it: what durable work is given, since each run has its own owner. */
export interface SystemContext extends Omit<Context, "actor"> {}

/** Act as durable work for one owner. */
export function actFor(base: SystemContext, userId: string): Context {
  return { ...base, actor: { kind: "system", userId } };
}

import type { Person } from "../../base/people.ts";
import { procedure, publicProcedure, router, type ModelView } from "./init.ts";

export const account = router({
  options: publicProcedure.query(({ ctx }): { demo: boolean } => ({ demo: ctx.demo })),
  me: procedure.query(({ ctx }): { user: Person; model: ModelView } => ({ user: ctx.person, model: ctx.model })),
});

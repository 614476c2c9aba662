import {
  CoverageInput,
  ImportLeadsInput,
  ListLeadsInput,
  RemoveLeadsInput,
  UpdateLeadInput,
} from "../../verbs/leads/contract.ts";
import { coverageOf } from "../../verbs/leads/coverage-of.ts";
import { importLeads } from "../../verbs/leads/import-leads.ts";
import { listLeads } from "../../verbs/leads/list-leads.ts";
import { removeLeads } from "../../verbs/leads/remove-leads.ts";
import { updateLead } from "../../verbs/leads/update-lead.ts";
import { procedure, router } from "./init.ts";

export const leads = router({
  list: procedure.input(ListLeadsInput).query(({ ctx, input }) => listLeads(ctx.verb, input)),
  coverage: procedure.input(CoverageInput).query(({ ctx, input }) => coverageOf(ctx.verb, input)),
  import: procedure.input(ImportLeadsInput).mutation(({ ctx, input }) => importLeads(ctx.verb, input)),
  update: procedure.input(UpdateLeadInput).mutation(({ ctx, input }) => updateLead(ctx.verb, input)),
  remove: procedure.input(RemoveLeadsInput).mutation(({ ctx, input }) => removeLeads(ctx.verb, input)),
});

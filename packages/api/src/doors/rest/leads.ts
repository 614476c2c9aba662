import { z } from "zod";
import type { Context } from "../../base/context.ts";
import { ListLeadsInput } from "../../verbs/leads/contract.ts";
import { coverageOf } from "../../verbs/leads/coverage-of.ts";
import { importLeads } from "../../verbs/leads/import-leads.ts";
import { listLeads } from "../../verbs/leads/list-leads.ts";
import { removeLeads } from "../../verbs/leads/remove-leads.ts";
import { updateLead } from "../../verbs/leads/update-lead.ts";
import { campaignEtag } from "./etag.ts";
import { exampleIds, exampleLead } from "./examples.ts";
import { CoverageJson, LeadJson, LeadPageJson, toCoverageJson, toLeadJson } from "./json/lead.ts";
import { ImportLeadsBody, leadReadOnly, RemoveLeadsBody, toLeadInput, UpdateLeadBody } from "./lead-bodies.ts";
import { pageCursor, pageLimit } from "./read-query.ts";
import { route, type Route } from "./route.ts";

const all = "/campaigns/{id}/leads";
const about = { tag: "Leads", ids: { id: "Campaign" } as const };
const versioned = {
  etag: (ctx: Context, path: { readonly id: string }) => campaignEtag(ctx, path.id),
  tagsAnswer: false,
};

/** A campaign's leads. */
export function leadRoutes(): Route[] {
  return [
    route({
      ...about,
      method: "get",
      path: all,
      id: "listLeads",
      summary: "List leads",
      description: "In the order they came. `total` counts all that match.",
      access: "read",
      query: z.strictObject({
        limit: pageLimit,
        cursor: pageCursor,
        q: ListLeadsInput.shape.q.meta({ description: "Text in name, address, company, position or headline." }),
        missing: ListLeadsInput.shape.missing.meta({
          description: "Only leads without a value for this variable, such as `company` or `custom_fields.team_size`.",
        }),
      }),
      answers: {
        200: {
          description: "A page.",
          schema: LeadPageJson,
          example: { leads: [exampleLead], total: 1, next_cursor: null },
        },
      },
      async handle({ ctx, path, query }) {
        const page = await listLeads(ctx, { campaignId: path.id, ...query });
        return {
          status: 200,
          body: { leads: page.leads.map(toLeadJson), total: page.total, next_cursor: page.nextCursor },
        };
      },
    }),
    route({
      ...about,
      method: "post",
      path: all,
      id: "addLeads",
      summary: "Add leads",
      description:
        "1 to 1,000, all or none. Leads with the same address (in any case) or the same LinkedIn profile, within the call or against the campaign, count as duplicates; the first stays.",
      access: "campaigns",
      body: ImportLeadsBody,
      bodyExample: {
        leads: [
          {
            email: "mara@northwind.example",
            first_name: "Mara",
            company: "Northwind",
            custom_fields: { team_size: 40 },
          },
        ],
      },
      answers: {
        200: {
          description: "How many were added.",
          schema: z.object({ imported: z.int(), duplicates: z.int() }).meta({ id: "ImportedLeads" }),
          example: { imported: 1, duplicates: 0 },
        },
      },
      errors: ["not_draft"],
      async handle({ ctx, path, body }) {
        const { imported, duplicates } = await importLeads(ctx, {
          campaignId: path.id,
          leads: body.leads.map(toLeadInput),
        });
        return { status: 200, body: { imported, duplicates } };
      },
    }),
    route({
      ...about,
      ...versioned,
      method: "patch",
      path: all,
      id: "updateLead",
      summary: "Change a lead",
      description:
        "Only fields that are present are applied. `custom_fields` are merged key by key; null removes a key.",
      access: "campaigns",
      body: UpdateLeadBody,
      bodyExample: {
        lead_id: exampleIds.lead,
        updates: { company: "Northwind Group", custom_fields: { team_size: 45 } },
      },
      readOnly: leadReadOnly.map((name) => `/updates/${name}`),
      answers: {
        200: {
          description: "The lead.",
          schema: z.object({ lead: LeadJson }).meta({ id: "LeadAnswer" }),
          example: { lead: exampleLead },
        },
      },
      errors: ["field_read_only", "not_draft"],
      async handle({ ctx, path, body, ifRevision }) {
        const lead = await updateLead(ctx, {
          campaignId: path.id,
          leadId: body.lead_id,
          updates: toLeadInput(body.updates),
          ifCampaignRevision: ifRevision,
        });
        return { status: 200, body: { lead: toLeadJson(lead) } };
      },
    }),
    route({
      ...about,
      ...versioned,
      method: "delete",
      path: all,
      id: "deleteLeads",
      summary: "Delete leads",
      description:
        "By id, or all. An id that is absent or another campaign's makes the whole call 404, and nothing is deleted.",
      access: "campaigns",
      body: RemoveLeadsBody,
      bodyExample: { lead_ids: [exampleIds.lead] },
      answers: {
        200: {
          description: "How many were deleted.",
          schema: z.object({ deleted: z.int() }).meta({ id: "DeletedLeads" }),
          example: { deleted: 1 },
        },
      },
      errors: ["not_draft"],
      async handle({ ctx, path, body, ifRevision }) {
        const chosen = body.lead_ids === undefined ? ({ all: true } as const) : { leadIds: body.lead_ids };
        const { deleted } = await removeLeads(ctx, { campaignId: path.id, ...chosen, ifCampaignRevision: ifRevision });
        return { status: 200, body: { deleted } };
      },
    }),
    route({
      ...about,
      method: "get",
      path: "/campaigns/{id}/coverage",
      id: "coverage",
      summary: "How well variables are filled",
      description: "Per variable: leads with a value, without, and a sample. Built-in names first, then custom fields.",
      access: "read",
      answers: {
        200: {
          description: "The coverage.",
          schema: CoverageJson,
          example: { total: 250, variables: [{ variable: "first_name", filled: 241, missing: 9, sample: "Mara" }] },
        },
      },
      async handle({ ctx, path }) {
        return { status: 200, body: toCoverageJson(await coverageOf(ctx, { campaignId: path.id })) };
      },
    }),
  ];
}

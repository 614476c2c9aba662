import { z } from "zod";
import type { Context } from "../../base/context.ts";
import { createCampaign } from "../../verbs/campaigns/create-campaign.ts";
import { getCampaign } from "../../verbs/campaigns/get-campaign.ts";
import { listCampaigns } from "../../verbs/campaigns/list-campaigns.ts";
import { recordStatus } from "../../verbs/campaigns/record-status.ts";
import { removeCampaign } from "../../verbs/campaigns/remove-campaign.ts";
import { updateCampaign } from "../../verbs/campaigns/update-campaign.ts";
import { CreateCampaignBody, StatusBody, toNodeEntry, toSenderInput, UpdateCampaignBody } from "./campaign-bodies.ts";
import { campaignEtag } from "./etag.ts";
import { exampleCampaign, exampleCampaignWithNodes, exampleIds } from "./examples.ts";
import { CampaignPageJson, CampaignWithNodesJson, toCampaignJson, toCampaignWithNodesJson } from "./json/campaign.ts";
import { SuccessJson } from "./json/error.ts";
import { pageCursor, pageLimit } from "./read-query.ts";
import { route, type Route } from "./route.ts";

const one = "/campaigns/{id}";
const about = {
  tag: "Campaigns",
  ids: { id: "Campaign" } as const,
  etag: (ctx: Context, path: { readonly id: string }) => campaignEtag(ctx, path.id),
};
const ok = {
  description: "The campaign with its sequence and counted leads.",
  schema: CampaignWithNodesJson,
  example: exampleCampaignWithNodes,
  headers: { etag: "The campaign's version." },
};
const readOnly = ["id", "user_id", "type", "status", "created_at", "updated_at", "stats"].map((name) => `/${name}`);

/** Campaigns themselves. */
export function campaignRoutes(): Route[] {
  return [
    route({
      method: "post",
      path: "/campaigns",
      id: "createCampaign",
      tag: "Campaigns",
      summary: "Make a campaign",
      description: "In status `draft`, with one email and the end of its sequence. Names are unique per account.",
      access: "campaigns",
      body: CreateCampaignBody,
      bodyExample: { name: "Heads of operations, spring" },
      answers: { 201: { ...ok, headers: { ...ok.headers, location: "Where the campaign is." } } },
      errors: ["name_taken"],
      async handle({ ctx, body }) {
        const made = await createCampaign(ctx, {
          name: body.name,
          signature: body.signature,
          sender: toSenderInput(body.sender),
        });
        const headers = {
          location: `/api/campaigns/${made.campaign.id}`,
          etag: await campaignEtag(ctx, made.campaign.id),
        };
        return { status: 201, body: toCampaignWithNodesJson(made), headers };
      },
    }),
    route({
      method: "get",
      path: "/campaigns",
      id: "listCampaigns",
      tag: "Campaigns",
      summary: "List campaigns",
      description: "Newest first.",
      access: "read",
      query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
      answers: {
        200: {
          description: "A page.",
          schema: CampaignPageJson,
          example: { campaigns: [{ ...exampleCampaign, node_count: 2 }], next_cursor: null },
        },
      },
      async handle({ ctx, query }) {
        const page = await listCampaigns(ctx, query);
        const campaigns = page.campaigns.map((campaign) => ({
          ...toCampaignJson(campaign),
          node_count: campaign.stats.nodeCount,
        }));
        return { status: 200, body: { campaigns, next_cursor: page.nextCursor } };
      },
    }),
    route({
      ...about,
      method: "get",
      path: one,
      id: "getCampaign",
      summary: "Read a campaign",
      description: "With its sequence in order and counted leads.",
      access: "read",
      answers: { 200: ok, 304: { description: "The caller's copy is still good." } },
      async handle({ ctx, path }) {
        return { status: 200, body: toCampaignWithNodesJson(await getCampaign(ctx, { campaignId: path.id })) };
      },
    }),
    route({
      ...about,
      method: "patch",
      path: one,
      id: "updateCampaign",
      summary: "Change a campaign",
      description:
        "Only keys that are present are applied, all or nothing. `sequence_nodes` replaces the sequence by id: kept ids keep their sessions, absent ids are removed, entries without id are new; it needs status `draft` and a list that ends in its one `end` node.",
      access: "campaigns",
      body: UpdateCampaignBody,
      bodyExample: {
        signature: "Ada\nBrightline",
        sequence_nodes: [
          { id: exampleIds.node, type: "email" },
          { id: exampleIds.end, type: "end" },
        ],
      },
      readOnly,
      renames: { nodes: "sequence_nodes", purpose: "ai_node" },
      answers: { 200: ok },
      errors: ["field_read_only", "name_taken", "not_draft"],
      async handle({ ctx, path, body, ifRevision }) {
        const changed = await updateCampaign(ctx, {
          campaignId: path.id,
          name: body.name,
          signature: body.signature,
          sender: toSenderInput(body.sender),
          sequenceNodes: body.sequence_nodes?.map(toNodeEntry),
          ifRevision,
        });
        return { status: 200, body: toCampaignWithNodesJson(changed) };
      },
    }),
    route({
      ...about,
      method: "delete",
      path: one,
      id: "deleteCampaign",
      summary: "Delete a campaign",
      description: "With its nodes, leads and sessions; running runs are cancelled.",
      access: "campaigns",
      answers: { 200: { description: "It is gone.", schema: SuccessJson, example: { success: true } } },
      async handle({ ctx, path, ifRevision }) {
        await removeCampaign(ctx, { campaignId: path.id, ifRevision });
        return { status: 200, body: { success: true } };
      },
    }),
    route({
      ...about,
      method: "post",
      path: `${one}/status`,
      id: "recordStatus",
      summary: "Record a campaign's status",
      description:
        "Longhand moves no status by itself: the owner says where the campaign stands. Nodes, leads and messages can be changed in `draft` only.",
      access: "campaigns",
      body: StatusBody,
      bodyExample: { status: "active" },
      answers: { 200: ok },
      async handle({ ctx, path, body }) {
        return {
          status: 200,
          body: toCampaignWithNodesJson(await recordStatus(ctx, { campaignId: path.id, status: body.status })),
        };
      },
    }),
  ];
}

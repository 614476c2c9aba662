import { z } from "zod";
import { campaignStatuses, type CampaignView, type CampaignWithNodes } from "../../../verbs/campaigns/contract.ts";
import { instant, nextCursor, toInstant, uuid } from "./common.ts";
import { NodeJson, toNodeJson } from "./node.ts";

const fields = {
  id: uuid,
  user_id: uuid,
  type: z.literal("email"),
  name: z.string(),
  status: z.enum(campaignStatuses),
  signature: z.string().nullable(),
  sender: z.object({
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    company: z.string().nullable(),
    email: z.string().nullable(),
  }),
  created_at: instant,
  updated_at: instant,
  stats: z.object({
    lead_count: z.int(),
    node_count: z.int(),
    email_count: z.int(),
    drafted_count: z.int(),
    session_count: z.int(),
  }),
};

export const CampaignJson = z.object(fields).meta({ id: "Campaign" });
export interface CampaignJson extends z.infer<typeof CampaignJson> {}

export const CampaignPageJson = z
  .object({
    campaigns: z.array(z.object({ ...fields, node_count: z.int() }).meta({ id: "CampaignSummary" })),
    next_cursor: nextCursor,
  })
  .meta({ id: "CampaignPage" });

export const CampaignWithNodesJson = z
  .object({
    campaign: CampaignJson,
    sequence_nodes: z.array(NodeJson),
    lead_counts: z.object({ total: z.int(), with_email: z.int(), with_linkedin_url: z.int() }),
  })
  .meta({ id: "CampaignWithNodes" });

export function toCampaignJson(campaign: CampaignView): CampaignJson {
  const { sender, stats } = campaign;
  return {
    id: campaign.id,
    user_id: campaign.userId,
    type: campaign.type,
    name: campaign.name,
    status: campaign.status,
    signature: campaign.signature,
    sender: { first_name: sender.firstName, last_name: sender.lastName, company: sender.company, email: sender.email },
    created_at: toInstant(campaign.createdAt),
    updated_at: toInstant(campaign.updatedAt),
    stats: {
      lead_count: stats.leadCount,
      node_count: stats.nodeCount,
      email_count: stats.emailCount,
      drafted_count: stats.draftedCount,
      session_count: stats.sessionCount,
    },
  };
}

export function toCampaignWithNodesJson(found: CampaignWithNodes): z.infer<typeof CampaignWithNodesJson> {
  const { total, withEmail, withLinkedinUrl } = found.leadCounts;
  return {
    campaign: toCampaignJson(found.campaign),
    sequence_nodes: found.sequenceNodes.map(toNodeJson),
    lead_counts: { total, with_email: withEmail, with_linkedin_url: withLinkedinUrl },
  };
}

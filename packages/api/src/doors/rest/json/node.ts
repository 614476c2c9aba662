import { z } from "zod";
import { nodeTypes, type NodeView } from "../../../verbs/nodes/contract.ts";
import { instant, toInstant, uuid } from "./common.ts";

export const NodeJson = z
  .object({
    id: uuid,
    campaign_id: uuid,
    position: z.int(),
    type: z.enum(nodeTypes),
    subject: z.string().nullable(),
    body: z.string().nullable(),
    delay_days: z.int(),
    delay_hours: z.int(),
    delay_minutes: z.int(),
    ai_node: z.object({ purpose: z.string() }).nullable(),
    revision: z.int(),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: "SequenceNode" });
export interface NodeJson extends z.infer<typeof NodeJson> {}

/** A campaign's nodes in order. */
export const SequenceJson = z.object({ sequence_nodes: z.array(NodeJson) }).meta({ id: "Sequence" });

export function toNodeJson(node: NodeView): NodeJson {
  return {
    id: node.id,
    campaign_id: node.campaignId,
    position: node.position,
    type: node.type,
    subject: node.subject,
    body: node.body,
    delay_days: node.delayDays,
    delay_hours: node.delayHours,
    delay_minutes: node.delayMinutes,
    ai_node: node.aiNode,
    revision: node.revision,
    created_at: toInstant(node.createdAt),
    updated_at: toInstant(node.updatedAt),
  };
}

import type { campaignSequenceNodes } from "@longhand/db";
import { nodeTypes, type NodeType, type NodeView } from "./contract.ts";

export type NodeRow = typeof campaignSequenceNodes.$inferSelect;

/** A stored node as callers see it. */
export function toNodeView(row: NodeRow): NodeView {
  return {
    id: row.id,
    campaignId: row.campaignId,
    position: row.position,
    type: toNodeType(row.type),
    subject: row.subject,
    body: row.body,
    delayDays: row.delayDays,
    delayHours: row.delayHours,
    delayMinutes: row.delayMinutes,
    aiNode: row.type === "ai" ? { purpose: row.purpose ?? "" } : null,
    revision: row.revision,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

function toNodeType(stored: string): NodeType {
  const type = nodeTypes.find((known) => known === stored);
  if (type === undefined) throw new Error(`unknown node type ${stored}`);
  return type;
}

import { z } from "zod";
import { Id } from "../../base/ids.ts";

export const nodeTypes = ["email", "ai", "delay", "end"] as const;
export type NodeType = (typeof nodeTypes)[number];

/** Content of a node; what does not apply to its type is refused unless it is empty (null or 0). */
const nodeContent = {
  subject: z.string().max(1000).nullable().optional(),
  body: z.string().max(20_000).nullable().optional(),
  delayDays: z.int().min(0).max(30).optional(),
  delayHours: z.int().min(0).max(720).optional(),
  delayMinutes: z.int().min(0).max(43_200).optional(),
  /** What an ai node's emails are for. */
  purpose: z.string().trim().max(2000).nullable().optional(),
};

export const AddNodeInput = z.strictObject({
  campaignId: Id,
  type: z.enum(nodeTypes),
  /** 0-based; before the end node when absent. */
  position: z.int().min(0).optional(),
  ...nodeContent,
});
/** Refuse when the campaign, whose part the sequence is, has moved on. */
const ifCampaignRevision = z.int().optional();

export const UpdateNodeInput = z.strictObject({
  campaignId: Id,
  nodeId: Id,
  /** A node keeps its type; given, it must be the one it has. */
  type: z.enum(nodeTypes).optional(),
  ...nodeContent,
  ifRevision: z.int().optional(),
  ifCampaignRevision,
});
export const MoveNodeInput = z.strictObject({
  campaignId: Id,
  nodeId: Id,
  toPosition: z.int().min(0),
  ifCampaignRevision,
});
export const NodeRef = z.strictObject({ campaignId: Id, nodeId: Id, ifCampaignRevision });
/** One node of a whole sequence. Content that is absent stays as it is. */
export const NodeEntry = z.strictObject({ id: Id.optional(), type: z.enum(nodeTypes), ...nodeContent });
/** The whole sequence by id: kept ids keep their sessions, absent ids are removed, entries without id are new. */
export const ReplaceSequenceInput = z.strictObject({
  campaignId: Id,
  nodes: z.array(NodeEntry).min(1).max(100),
  ifCampaignRevision,
});

export interface AddNodeInput extends z.infer<typeof AddNodeInput> {}
export interface UpdateNodeInput extends z.infer<typeof UpdateNodeInput> {}
export interface MoveNodeInput extends z.infer<typeof MoveNodeInput> {}
export interface NodeRef extends z.infer<typeof NodeRef> {}
export interface NodeEntry extends z.infer<typeof NodeEntry> {}
export interface ReplaceSequenceInput extends z.infer<typeof ReplaceSequenceInput> {}

export interface NodeView {
  readonly id: string;
  readonly campaignId: string;
  readonly position: number;
  readonly type: NodeType;
  readonly subject: string | null;
  readonly body: string | null;
  readonly delayDays: number;
  readonly delayHours: number;
  readonly delayMinutes: number;
  readonly aiNode: { readonly purpose: string } | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A campaign's nodes in order, positions 0, 1, 2 … */
export interface SequenceView {
  readonly sequenceNodes: readonly NodeView[];
}

/** The sequence with its new node. */
export interface AddedNode extends SequenceView {
  readonly node: NodeView;
}

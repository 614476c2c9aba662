import { z } from "zod";
import { Id } from "../../base/ids.ts";

export const nodeTypes = ["email", "ai", "delay", "end"] as const;
export type NodeType = (typeof nodeTypes)[number];

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
export const UpdateNodeInput = z.strictObject({ campaignId: Id, nodeId: Id, ...nodeContent, ifRevision: z.int().optional() });
export const MoveNodeInput = z.strictObject({ campaignId: Id, nodeId: Id, toPosition: z.int().min(0) });
export const NodeRef = z.strictObject({ campaignId: Id, nodeId: Id });
/** The whole sequence by id: kept ids keep their sessions, absent ids are removed, entries without id are new. */
export const ReplaceSequenceInput = z.strictObject({
  campaignId: Id,
  nodes: z.array(z.strictObject({ id: Id.optional(), type: z.enum(nodeTypes), ...nodeContent })).min(1).max(100),
});

export interface AddNodeInput extends z.infer<typeof AddNodeInput> {}
export interface UpdateNodeInput extends z.infer<typeof UpdateNodeInput> {}
export interface MoveNodeInput extends z.infer<typeof MoveNodeInput> {}
export interface NodeRef extends z.infer<typeof NodeRef> {}
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

export interface SequenceView {
  readonly sequenceNodes: readonly NodeView[];
}

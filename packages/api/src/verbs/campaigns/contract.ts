import { z } from "zod";
import { Id } from "../../base/ids.ts";
import { NodeEntry, type NodeView } from "../nodes/contract.ts";

export const campaignStatuses = ["draft", "active", "paused", "completed"] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

const line = (max: number) => z.string().trim().max(max);
const optionalLine = (max: number) =>
  line(max)
    .transform((text) => (text === "" ? null : text))
    .nullable();

const emailLine = line(320)
  .refine((text) => text === "" || z.regexes.email.test(text), "must be an email address")
  .transform((text) => (text === "" ? null : text))
  .nullable();

/** Who the emails come from. Absent means unchanged, null means unknown. */
export const SenderInput = z.strictObject({
  firstName: optionalLine(100).optional(),
  lastName: optionalLine(100).optional(),
  company: optionalLine(200).optional(),
  email: emailLine.optional(),
});

export const CreateCampaignInput = z.strictObject({
  name: line(200).min(1),
  signature: z.string().max(2000).nullable().optional(),
  sender: SenderInput.optional(),
});
export const ListCampaignsInput = z.strictObject({
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});
export const CampaignRef = z.strictObject({ campaignId: Id });
export const UpdateCampaignInput = z.strictObject({
  campaignId: Id,
  name: line(200).min(1).optional(),
  signature: z.string().max(2000).nullable().optional(),
  sender: SenderInput.optional(),
  /** The whole sequence by id, as `ReplaceSequenceInput.nodes`; in the same transaction as the rest. */
  sequenceNodes: z.array(NodeEntry).min(1).max(100).optional(),
  /** Refuse when the campaign has moved on. */
  ifRevision: z.int().optional(),
});
export const RemoveCampaignInput = z.strictObject({ campaignId: Id, ifRevision: z.int().optional() });
export const RecordStatusInput = z.strictObject({ campaignId: Id, status: z.enum(campaignStatuses) });

export interface SenderInput extends z.infer<typeof SenderInput> {}
export interface CreateCampaignInput extends z.infer<typeof CreateCampaignInput> {}
export interface ListCampaignsInput extends z.infer<typeof ListCampaignsInput> {}
export interface CampaignRef extends z.infer<typeof CampaignRef> {}
export interface UpdateCampaignInput extends z.infer<typeof UpdateCampaignInput> {}
export interface RemoveCampaignInput extends z.infer<typeof RemoveCampaignInput> {}
export interface RecordStatusInput extends z.infer<typeof RecordStatusInput> {}

export interface SenderView {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly email: string | null;
}

export interface CampaignStats {
  readonly leadCount: number;
  readonly nodeCount: number;
  readonly emailCount: number;
  /** Email nodes that carry both subject and body. */
  readonly draftedCount: number;
  readonly sessionCount: number;
}

export interface CampaignView {
  readonly id: string;
  readonly userId: string;
  readonly type: "email";
  readonly name: string;
  readonly status: CampaignStatus;
  readonly signature: string | null;
  readonly sender: SenderView;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly stats: CampaignStats;
  readonly revision: number;
}

/** How many leads a campaign has, and how many can be reached which way. */
export interface LeadCounts {
  readonly total: number;
  readonly withEmail: number;
  readonly withLinkedinUrl: number;
}

export interface CampaignWithNodes {
  readonly campaign: CampaignView;
  readonly sequenceNodes: readonly NodeView[];
  readonly leadCounts: LeadCounts;
}

export interface CampaignPage {
  readonly campaigns: readonly CampaignView[];
  readonly nextCursor: string | null;
}

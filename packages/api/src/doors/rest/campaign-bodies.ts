import { z } from "zod";
import { Id } from "../../base/ids.ts";
import { CreateCampaignInput, RecordStatusInput, SenderInput } from "../../verbs/campaigns/contract.ts";
import { AddNodeInput, type NodeEntry } from "../../verbs/nodes/contract.ts";

const sender = z.strictObject({
  first_name: SenderInput.shape.firstName,
  last_name: SenderInput.shape.lastName,
  company: SenderInput.shape.company,
  email: SenderInput.shape.email,
});

const outline = { signature: CreateCampaignInput.shape.signature, sender: sender.optional() };

export const CreateCampaignBody = z.strictObject({
  name: CreateCampaignInput.shape.name,
  type: z.literal("email").optional(),
  ...outline,
});

export const StatusBody = z.strictObject({ status: RecordStatusInput.shape.status });

const { subject, body, delayDays, delayHours, delayMinutes, purpose, type } = AddNodeInput.shape;

/** What a node holds, as callers write it. */
export const nodeFields = {
  subject,
  body,
  delay_days: delayDays,
  delay_hours: delayHours,
  delay_minutes: delayMinutes,
  ai_node: z.strictObject({ purpose }).nullable().optional(),
};

const NodeEntryBody = z
  .strictObject({ id: Id.optional(), type, position: z.int().min(0).optional(), ...nodeFields })
  .meta({
    id: "SequenceNodeInput",
    description:
      "One node of a whole sequence. Content that is absent stays as it is; `position`, if given, must be its place in the list.",
  });

export const UpdateCampaignBody = z
  .strictObject({
    name: CreateCampaignInput.shape.name.optional(),
    ...outline,
    sequence_nodes: z.array(NodeEntryBody).min(1).max(100).optional(),
  })
  .refine((given) => Object.keys(given).length > 0, "must name at least one of name, signature, sender, sequence_nodes")
  .superRefine((given, check) => {
    given.sequence_nodes?.forEach((node, index) => {
      if (node.position !== undefined && node.position !== index) {
        check.addIssue({
          code: "custom",
          path: ["sequence_nodes", index, "position"],
          message: `must be ${index}, its place in the list`,
        });
      }
    });
  });

/** The verb's words for a sender. */
export function toSenderInput(given: z.output<typeof sender> | undefined): SenderInput | undefined {
  return (
    given && { firstName: given.first_name, lastName: given.last_name, company: given.company, email: given.email }
  );
}

/** The verb's words for a node's content. */
export function toNodeContent(given: z.output<z.ZodObject<typeof nodeFields>>): Omit<NodeEntry, "id" | "type"> {
  return {
    subject: given.subject,
    body: given.body,
    delayDays: given.delay_days,
    delayHours: given.delay_hours,
    delayMinutes: given.delay_minutes,
    purpose: given.ai_node === undefined ? undefined : (given.ai_node?.purpose ?? null),
  };
}

/** The verb's words for an entry of a sequence. */
export function toNodeEntry(given: z.output<typeof NodeEntryBody>): NodeEntry {
  return { id: given.id, type: given.type, ...toNodeContent(given) };
}

import { z } from "zod";
import { Id } from "../../base/ids.ts";
import { SequenceContext, StartTurnInput } from "../../verbs/turns/contract.ts";
import { SampleLeadBody } from "./lead-bodies.ts";

const prior = SequenceContext.shape.priorNodes.element.shape;

export const SequenceContextBody = z
  .strictObject({
    position: SequenceContext.shape.position,
    total_nodes: SequenceContext.shape.totalNodes,
    prior_nodes: z
      .array(
        z.strictObject({ position: prior.position, subject: prior.subject, body: prior.body, purpose: prior.purpose }),
      )
      .max(50),
  })
  .meta({ id: "SequenceContext", description: "Where the email stands in its sequence, and what came before it." });

export const TurnBody = z.strictObject({
  message: StartTurnInput.shape.message,
  availableVarNames: StartTurnInput.shape.availableVarNames,
  sampleLeads: z.array(SampleLeadBody).max(25).optional(),
  sequenceContext: SequenceContextBody.optional(),
  selection: StartTurnInput.shape.selection,
});

/** Spellings of a turn's fields that are accepted too. */
export const turnAliases = {
  available_var_names: "availableVarNames",
  sample_leads: "sampleLeads",
  sequence_context: "sequenceContext",
};

export const ExamplesBody = z
  .strictObject({
    leads: z.array(SampleLeadBody).min(1).max(500).optional(),
    lead_ids: z.array(Id).min(1).max(500).optional(),
    sequenceContext: SequenceContextBody.optional(),
    isFirstBatch: z.boolean().default(true),
  })
  .refine((body) => body.leads === undefined || body.lead_ids === undefined, "must not name both leads and lead_ids");

export const examplesAliases = {
  sequence_context: "sequenceContext",
  is_first_batch: "isFirstBatch",
  leadIds: "lead_ids",
};

export const GenerateContentBody = z.strictObject({
  node_id: Id,
  message: StartTurnInput.shape.message,
  sample_leads: z.array(SampleLeadBody).max(25).optional(),
  sequence_context: SequenceContextBody.optional(),
});

export const generateContentAliases = {
  nodeId: "node_id",
  sampleLeads: "sample_leads",
  sequenceContext: "sequence_context",
};

/** The verb's words for a sequence context. */
export function toSequenceContext(body: z.output<typeof SequenceContextBody> | undefined): SequenceContext | undefined {
  return body && { position: body.position, totalNodes: body.total_nodes, priorNodes: body.prior_nodes };
}

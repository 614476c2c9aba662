import { z } from "zod";
import { Id } from "../../base/ids.ts";
import { SampleLead, SequenceContext } from "../turns/contract.ts";

/** Leads by value or by id, not both; with neither the server picks up to five telling leads. */
export const GenerateExamplesInput = z
  .strictObject({
    sessionId: Id,
    leads: z.array(SampleLead).min(1).max(500).optional(),
    leadIds: z.array(Id).min(1).max(500).optional(),
    sequenceContext: SequenceContext.optional(),
    /** true: replace all examples; false: add, replacing those of the same leads. */
    isFirstBatch: z.boolean().default(true),
  })
  .refine((input) => input.leads === undefined || input.leadIds === undefined, {
    message: "Give leads or lead_ids, not both",
    path: ["leadIds"],
  });

export interface GenerateExamplesInput extends z.infer<typeof GenerateExamplesInput> {}

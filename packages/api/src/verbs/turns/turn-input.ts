import type { Json } from "@longhand/db";
import { z } from "zod";
import { SampleLead, SelectionInput, SequenceContext, type StartTurnInput } from "./contract.ts";
import { toStored } from "../../base/json.ts";

/** What a chat run keeps of its request; the rest is read afresh by every step. */
const TurnInput = z.object({
  availableVarNames: z.array(z.string()).optional(),
  sampleLeads: z.array(SampleLead).optional(),
  sequenceContext: SequenceContext.optional(),
  selection: SelectionInput.optional(),
});
export interface TurnInput extends z.infer<typeof TurnInput> {}

/** The part of a request that its run stores. */
export function toTurnInput(input: StartTurnInput): Json {
  const { availableVarNames, sampleLeads, sequenceContext, selection } = input;
  return toStored({ availableVarNames, sampleLeads, sequenceContext, selection });
}

/** Read it back. */
export function readTurnInput(stored: Json): TurnInput {
  return TurnInput.parse(stored);
}

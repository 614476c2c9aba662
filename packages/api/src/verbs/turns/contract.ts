import { z } from "zod";
import { Id } from "../../base/ids.ts";
import { LeadInput } from "../leads/contract.ts";

/** A lead of the request, which may carry the id of a stored one. */
export const SampleLead = LeadInput.extend({ id: Id.optional() });

export const SequenceContext = z.strictObject({
  position: z.int().min(0),
  totalNodes: z.int().min(1),
  priorNodes: z
    .array(
      z.strictObject({
        position: z.int().min(0),
        subject: z.string().max(1000).nullable(),
        body: z.string().max(20_000).nullable(),
        purpose: z.string().max(2000).nullable().optional(),
      }),
    )
    .max(50),
});

/** A range of the draft's text as it stood at a revision; `to` is exclusive. */
export const SelectionInput = z
  .strictObject({
    field: z.enum(["subject", "body"]),
    from: z.int().min(0),
    to: z.int().min(1),
    revision: z.int().min(1),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "must be greater than from" });

/** All but the message is derived from the campaign, its leads and its other nodes when absent. */
export const StartTurnInput = z.strictObject({
  sessionId: Id,
  message: z
    .string()
    .trim()
    .min(1)
    .max(8000)
    .refine((text) => !text.includes("\u0000"), "must not contain the character U+0000"),
  availableVarNames: z.array(z.string().min(1).max(140)).max(200).optional(),
  sampleLeads: z.array(SampleLead).max(25).optional(),
  sequenceContext: SequenceContext.optional(),
  selection: SelectionInput.optional(),
  /** Made by the client, so that its own copy of the message can be matched; sending it twice starts one turn. */
  messageId: Id.optional(),
});

export interface StartTurnInput extends z.infer<typeof StartTurnInput> {}
export type SampleLead = z.infer<typeof SampleLead>;
export type Selection = z.infer<typeof SelectionInput>;
export type SequenceContext = z.infer<typeof SequenceContext>;

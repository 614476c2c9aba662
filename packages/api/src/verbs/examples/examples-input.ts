import { createHash } from "node:crypto";
import type { Json } from "@longhand/db";
import type { Lead } from "@longhand/template";
import { z } from "zod";
import { toStored } from "../../base/json.ts";
import { type SampleLead, SequenceContext } from "../turns/contract.ts";
import { toSampleLead } from "../turns/sample-lead.ts";

/** A lead to write for, as the run keeps it. */
const ChosenLead = z.object({
  /** The lead's id, or the SHA-256 of the normalised lead when it came without one. */
  key: z.string(),
  /** The stored lead to read afresh; absent for a lead given by value. */
  leadId: z.string().optional(),
  /** The lead as given; for a stored one it is read when the row is gone by then. */
  lead: z.record(z.string(), z.unknown()),
});
export interface ChosenLead extends z.infer<typeof ChosenLead> {}

/** What an examples run keeps of its request. */
const ExamplesInput = z.object({
  isFirstBatch: z.boolean(),
  leads: z.array(ChosenLead),
  sequenceContext: SequenceContext.optional(),
});
export interface ExamplesInput extends z.infer<typeof ExamplesInput> {}

/** Read a run's input back. */
export function readExamplesInput(stored: Json): ExamplesInput {
  return ExamplesInput.parse(stored);
}

/** Make it ready for the row: a lead named twice is written for once. */
export function toExamplesInput(input: ExamplesInput): Json {
  const seen = new Set<string>();
  const leads = input.leads.filter(({ key }) => !seen.has(key) && seen.add(key));
  return toStored({ ...input, leads });
}

/** A lead of the request: its id is its key, whether or not the campaign has such a lead; without one its values are. */
export function chooseGiven(lead: SampleLead): ChosenLead {
  const values = toSampleLead(lead);
  return { key: lead.id ?? leadKey(values), lead: { ...values } };
}

/** A lead of the campaign. */
export function chooseStored(lead: Lead & { readonly id: string }): ChosenLead {
  return { key: lead.id, leadId: lead.id, lead: { ...lead } };
}

/** The same for the same person whatever the order of fields, case of the address and space around values. */
export function leadKey(lead: Lead): string {
  const { custom_fields, ...texts } = lead;
  const filled = Object.entries(texts).flatMap(([name, value]): [string, unknown][] => {
    const text = typeof value === "string" ? value.trim() : "";
    return text === "" ? [] : [[name, name === "email" ? text.toLowerCase() : text]];
  });
  const custom = Object.entries(custom_fields ?? {}).flatMap(([name, value]): [string, unknown][] => {
    const plain = typeof value === "string" ? value.trim() : value;
    return plain === null || plain === undefined || plain === "" ? [] : [[`custom_fields.${name}`, plain]];
  });
  const sorted = [...filled, ...custom].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}

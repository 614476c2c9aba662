import type { Claim, Evidence } from "@longhand/template";
import { z } from "zod";
import type { ExampleView } from "../../../verbs/sessions/contract.ts";

const ClaimJson = z
  .object({
    part: z.enum(["subject", "body"]),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    kind: z.enum(["personal", "numeric", "named"]),
    evidence_ids: z.array(z.string()).readonly(),
  })
  .meta({ id: "Claim", description: "Something specific that an email says; `end` is exclusive." });

const EvidenceJson = z
  .union([
    z.object({
      id: z.string(),
      kind: z.literal("lead_field"),
      lead_id: z.string(),
      field: z.string(),
      quote: z.string(),
    }),
    z.object({ id: z.string(), kind: z.literal("context_fact"), fact_id: z.string(), quote: z.string() }),
    z.object({
      id: z.string(),
      kind: z.literal("user_message"),
      message_id: z.string().optional(),
      draft_revision: z.int().optional(),
      quote: z.string(),
    }),
  ])
  .meta({ id: "Evidence", description: "What a claim rests on, with the words it says." });

export const ExampleJson = z
  .object({
    lead_id: z.string().meta({ description: "The lead's id, or a stable hash of a lead that came without one." }),
    lead_name: z.string(),
    subject: z.string().nullable(),
    body: z.string().nullable(),
    framework_version: z.int(),
    stale: z.boolean(),
    evidence: z.array(z.object({ claim: ClaimJson, evidence: z.array(EvidenceJson).readonly() })),
    issues: z.array(z.object({ code: z.string(), message: z.string() })),
    status: z.enum(["written", "failed"]),
  })
  .meta({ id: "GeneratedExample", description: "One finished email for one lead." });

export function toExampleJson(example: ExampleView): z.infer<typeof ExampleJson> {
  return {
    lead_id: example.leadId,
    lead_name: example.leadName,
    subject: example.subject,
    body: example.body,
    framework_version: example.frameworkVersion,
    stale: example.stale,
    evidence: example.evidence.map(({ claim, evidence }) => ({
      claim: toClaimJson(claim),
      evidence: evidence.map(toEvidenceJson),
    })),
    issues: example.issues.map(({ code, message }) => ({ code, message })),
    status: example.status,
  };
}

function toClaimJson({ part, start, end, text, kind, evidence_ids }: Claim): z.infer<typeof ClaimJson> {
  return { part, start, end, text, kind, evidence_ids };
}

function toEvidenceJson(evidence: Evidence): z.infer<typeof EvidenceJson> {
  const { id, quote } = evidence;
  switch (evidence.kind) {
    case "lead_field":
      return { id, kind: evidence.kind, lead_id: evidence.lead_id, field: evidence.field, quote };
    case "context_fact":
      return { id, kind: evidence.kind, fact_id: evidence.fact_id, quote };
    case "user_message":
      return {
        id,
        kind: evidence.kind,
        ...(evidence.message_id !== undefined && { message_id: evidence.message_id }),
        ...(evidence.draft_revision !== undefined && { draft_revision: evidence.draft_revision }),
        quote,
      };
  }
}

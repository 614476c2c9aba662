import { z } from "zod";
import type { SessionSummary } from "../../../verbs/sessions/contract.ts";
import { instant, toInstant, uuid } from "./common.ts";
import { ExampleJson, toExampleJson } from "./example.ts";
import { LastRunJson, toLastRunJson } from "./run.ts";
import {
  DraftVersionJson,
  MessageJson,
  SkeletonVersionJson,
  toDraftVersionJson,
  toMessageJson,
  toSkeletonVersionJson,
} from "./session-parts.ts";
import { ProposalJson, toProposalJson } from "./proposal.ts";
import { SkeletonJson, toSkeletonJson } from "./skeleton.ts";

/** Findings on the current draft by weight; `unknown` is never counted as passed. */
export const CheckCountsJson = z
  .object({ errors: z.int(), warnings: z.int(), unknown: z.int() })
  .meta({ id: "CheckCounts" });

// The order of the keys is part of the contract: clients of the established API read the first sixteen.
const fields = {
  id: uuid,
  user_id: uuid,
  campaign_id: uuid,
  node_id: uuid,
  title: z.string().nullable(),
  messages: z.array(MessageJson).nullable(),
  draft_subject: z.string().nullable(),
  draft_body: z.string().nullable(),
  skeleton: SkeletonJson.nullable(),
  skeleton_history: z.array(SkeletonVersionJson).nullable(),
  draft_history: z.array(DraftVersionJson).nullable(),
  framework_version: z.int().nullable(),
  generated_examples: z.array(ExampleJson).nullable(),
  task_status: z.enum(["chat_processing", "generating_examples"]).nullable(),
  created_at: instant,
  updated_at: instant,
  revision: z.int(),
  proposal: ProposalJson.nullable(),
  last_run: LastRunJson.nullable(),
  checks: CheckCountsJson.nullable(),
};

export const SessionJson = z
  .object(fields)
  .meta({ id: "Session", description: "A chat that drafts one email of a campaign." });
export interface SessionJson extends z.infer<typeof SessionJson> {}

/** A session in a list: the four long parts are there only when asked for. */
export const SessionSummaryJson = z
  .object({
    ...fields,
    messages: fields.messages.optional(),
    skeleton_history: fields.skeleton_history.optional(),
    draft_history: fields.draft_history.optional(),
    generated_examples: fields.generated_examples.optional(),
  })
  .meta({ id: "SessionSummary" });
export interface SessionSummaryJson extends z.infer<typeof SessionSummaryJson> {}

/** A session with every part, in the order of the contract. */
export function toSessionJson(session: Required<SessionSummary>): SessionJson {
  return {
    id: session.id,
    user_id: session.userId,
    campaign_id: session.campaignId,
    node_id: session.nodeId,
    title: session.title,
    messages: session.messages?.map(toMessageJson) ?? null,
    draft_subject: session.draftSubject,
    draft_body: session.draftBody,
    skeleton: session.skeleton && toSkeletonJson(session.skeleton),
    skeleton_history: session.skeletonHistory?.map(toSkeletonVersionJson) ?? null,
    draft_history: session.draftHistory?.map(toDraftVersionJson) ?? null,
    framework_version: session.frameworkVersion,
    generated_examples: session.generatedExamples?.map(toExampleJson) ?? null,
    task_status: session.taskStatus,
    created_at: toInstant(session.createdAt),
    updated_at: toInstant(session.updatedAt),
    revision: session.revision,
    proposal: session.proposal && toProposalJson(session.proposal),
    last_run: session.lastRun && toLastRunJson(session.lastRun),
    checks: session.checks,
  };
}

/** The same for a list row, without the parts that were not read. */
export function toSessionSummaryJson(session: SessionSummary): SessionSummaryJson {
  const { messages, skeletonHistory, draftHistory, generatedExamples } = session;
  const absent = { messages: null, skeletonHistory: null, draftHistory: null, generatedExamples: null };
  const json: SessionSummaryJson = toSessionJson({ ...absent, ...session });
  if (messages === undefined) delete json.messages;
  if (skeletonHistory === undefined) delete json.skeleton_history;
  if (draftHistory === undefined) delete json.draft_history;
  if (generatedExamples === undefined) delete json.generated_examples;
  return json;
}

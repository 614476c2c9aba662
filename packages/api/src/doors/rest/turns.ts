import { z } from "zod";
import { toRunId } from "../../base/ids.ts";
import { generateContent } from "../../verbs/campaigns/generate-content.ts";
import { generateExamples } from "../../verbs/examples/generate-examples.ts";
import type { StartedRun } from "../../verbs/runs/contract.ts";
import { startTurn } from "../../verbs/turns/start-turn.ts";
import { exampleIds, exampleRun, exampleSkeleton, exampleStartedRun } from "./examples.ts";
import { runIdJson, uuid } from "./json/common.ts";
import { RunJson, StartedRunJson, toRunJson, toStartedRunJson } from "./json/run.ts";
import { SkeletonJson, toSkeletonJson } from "./json/skeleton.ts";
import { toSampleLead } from "./lead-bodies.ts";
import type { RestParts } from "./parts.ts";
import { readAfter, StreamQuery, streamExample } from "./read-after.ts";
import { route, type JsonAnswer, type Route } from "./route.ts";
import type { Streams } from "./streams.ts";
import {
  examplesAliases,
  ExamplesBody,
  generateContentAliases,
  GenerateContentBody,
  toSequenceContext,
  turnAliases,
  TurnBody,
} from "./turn-bodies.ts";

const one = "/campaigns/ai-chat-sessions/{id}";
const ids = { id: "Session" } as const;
const accepted = {
  description: "The run is accepted; its token reads it and its events for one hour.",
  schema: StartedRunJson,
  example: exampleStartedRun,
  headers: { location: "Where the run is." },
};

const GeneratedContentJson = z
  .object({
    session_id: uuid,
    assistant_message: z.string().nullable(),
    skeleton: SkeletonJson.nullable(),
    skeleton_updated: z.boolean(),
  })
  .meta({ id: "GeneratedContent" });
const WorkingContentJson = z
  .object({ session_id: uuid, run: RunJson, runId: runIdJson, publicAccessToken: z.string() })
  .meta({ id: "WorkingContent" });

/** What starts a run, and the session's log. */
export function turnRoutes(parts: RestParts, streams: Streams): Route[] {
  return [
    route({
      method: "post",
      path: `${one}/turn`,
      id: "startTurn",
      tag: "Turns",
      ids,
      summary: "Say something",
      description:
        "A run answers it. All but `message` is derived from the campaign, its leads and its other nodes when absent. The snake_case spellings `available_var_names`, `sample_leads` and `sequence_context` are accepted too.",
      access: "draft",
      body: TurnBody,
      bodyExample: { message: "Write a first email to heads of operations about handoffs." },
      aliases: turnAliases,
      answers: { 202: accepted },
      errors: ["session_busy"],
      startsRun: true,
      async handle({ ctx, path, body }) {
        const { message, availableVarNames, sampleLeads, sequenceContext, selection } = body;
        const started = await startTurn(ctx, {
          sessionId: path.id,
          message,
          availableVarNames,
          sampleLeads: sampleLeads?.map(toSampleLead),
          sequenceContext: toSequenceContext(sequenceContext),
          selection,
        });
        return toAccepted(started);
      },
    }),
    route({
      method: "post",
      path: `${one}/generate-examples`,
      id: "generateExamples",
      tag: "Turns",
      ids,
      summary: "Write the email for single leads",
      description:
        "Leads by value or by id; with neither the server picks up to 5 telling ones. Examples appear one by one. The spellings `sequence_context` and `is_first_batch` are accepted too.",
      access: "draft",
      body: ExamplesBody,
      bodyExample: { lead_ids: [exampleIds.lead] },
      aliases: examplesAliases,
      answers: { 202: accepted },
      errors: ["no_skeleton", "session_busy"],
      startsRun: true,
      async handle({ ctx, path, body }) {
        const started = await generateExamples(ctx, {
          sessionId: path.id,
          leads: body.leads?.map(toSampleLead),
          leadIds: body.lead_ids,
          sequenceContext: toSequenceContext(body.sequenceContext),
          isFirstBatch: body.isFirstBatch,
        });
        return toAccepted(started);
      },
    }),
    route({
      method: "post",
      path: "/campaigns/{id}/generate-content",
      id: "generateContent",
      tag: "Turns",
      ids: { id: "Campaign" } as const,
      summary: "One turn, answered at once",
      description: "Finds or opens the node's session, says the message and waits for the answer, 60 s at most.",
      access: "draft",
      body: GenerateContentBody,
      bodyExample: { node_id: exampleIds.node, message: "Write a first email to heads of operations about handoffs." },
      aliases: generateContentAliases,
      answers: {
        200: {
          description: "The answer.",
          schema: GeneratedContentJson,
          example: {
            session_id: exampleIds.session,
            assistant_message: "Here is a first version.",
            skeleton: exampleSkeleton,
            skeleton_updated: true,
          },
        },
        202: {
          description: "The run has not succeeded yet: it is still at work after 60 s, or was cancelled.",
          schema: WorkingContentJson,
          example: { session_id: exampleIds.session, run: exampleRun, ...exampleStartedRun },
          headers: { location: "Where the run is." },
        },
      },
      errors: ["node_not_draftable", "session_busy", "upstream_failed"],
      startsRun: true,
      outlivesTransaction: true,
      async handle({ ctx, path, body, request }) {
        const made = await generateContent(
          ctx,
          parts.hub,
          {
            campaignId: path.id,
            nodeId: body.node_id,
            message: body.message,
            sampleLeads: body.sample_leads?.map(toSampleLead),
            sequenceContext: toSequenceContext(body.sequence_context),
          },
          request.signal,
        );
        if (made.kind === "working") {
          const { started, run, sessionId } = made;
          return {
            ...toAccepted(started),
            body: { session_id: sessionId, run: toRunJson(run), ...toStartedRunJson(started) },
          };
        }
        const { session, assistantMessage, skeletonUpdated } = made;
        return {
          status: 200,
          body: {
            session_id: session.id,
            assistant_message: assistantMessage,
            skeleton: session.skeleton && toSkeletonJson(session.skeleton),
            skeleton_updated: skeletonUpdated,
          },
        };
      },
    }),
    route({
      method: "get",
      path: `${one}/events`,
      id: "streamSession",
      tag: "Turns",
      ids,
      summary: "The session's log, live",
      description:
        "Server-sent events from `Last-Event-ID` or `after`, without gap or repeat. With neither, the first event is `snapshot`; `after=0` replays what the log still holds.",
      access: "read",
      query: StreamQuery,
      answers: {
        200: {
          description: "An event stream.",
          mediaType: "text/event-stream",
          schema: z.string(),
          example: streamExample,
        },
      },
      handle: ({ ctx, path, query, request, expiresAt }) =>
        streams.session(path.id, { ctx, after: readAfter(request, query), request, expiresAt }),
    }),
  ];
}

function toAccepted(started: StartedRun): JsonAnswer {
  return { status: 202, body: toStartedRunJson(started), headers: { location: `/api/runs/${toRunId(started.runId)}` } };
}

import { z } from "zod";
import { createSession } from "../../verbs/sessions/create-session.ts";
import { getSession } from "../../verbs/sessions/get-session.ts";
import { listSessions } from "../../verbs/sessions/list-sessions.ts";
import { removeSession } from "../../verbs/sessions/remove-session.ts";
import { updateSession } from "../../verbs/sessions/update-session.ts";
import { sessionEtag } from "./etag.ts";
import { exampleIds, exampleNewSession, exampleSession } from "./examples.ts";
import { nextCursor } from "./json/common.ts";
import { SuccessJson } from "./json/error.ts";
import { SessionSummaryJson, toSessionJson, toSessionSummaryJson } from "./json/session.ts";
import { route, type Route } from "./route.ts";
import { CreateSessionBody, ListSessionsQuery, UpdateSessionBody } from "./session-bodies.ts";
import {
  aboutSession as about,
  allSessions as base,
  oneSession as one,
  sessionAnswer as ok,
  SessionAnswer,
} from "./session-route.ts";

/** Fields of a session that callers read and never write. */
const readOnly = [
  "/id",
  "/user_id",
  "/campaign_id",
  "/node_id",
  "/messages",
  "/skeleton_history",
  "/draft_history",
  "/framework_version",
  "/task_status",
  "/created_at",
  "/updated_at",
  "/revision",
  "/proposal",
  "/last_run",
  "/checks",
];

/** Sessions themselves. */
export function sessionRoutes(): Route[] {
  return [
    route({
      method: "post",
      path: base,
      id: "createSession",
      tag: "Sessions",
      summary: "Open the session of an email node",
      description:
        "Inserts one row: no model is called, no run starts. One session drafts one node; deleting the session frees the node.",
      access: "draft",
      body: CreateSessionBody,
      bodyExample: { campaign_id: exampleIds.campaign, node_id: exampleIds.node },
      answers: {
        201: {
          description: "The new session, empty.",
          schema: SessionAnswer,
          example: { session: exampleNewSession },
          headers: { location: "Where the session is.", etag: "The session's version." },
        },
      },
      errors: ["not_found", "node_not_draftable", "session_exists"],
      async handle({ ctx, body }) {
        const session = await createSession(ctx, { campaignId: body.campaign_id, nodeId: body.node_id });
        const headers = { location: `/api${base}/${session.id}`, etag: await sessionEtag(ctx, session.id) };
        return { status: 201, body: { session: toSessionJson(session) }, headers };
      },
    }),
    route({
      method: "get",
      path: base,
      id: "listSessions",
      tag: "Sessions",
      summary: "List a campaign's sessions",
      description: "Oldest first. Rows leave out `messages`, histories and examples unless `include` asks for them.",
      access: "read",
      query: ListSessionsQuery,
      answers: {
        200: {
          description: "A page.",
          schema: z
            .object({ sessions: z.array(SessionSummaryJson), next_cursor: nextCursor })
            .meta({ id: "SessionPage" }),
          example: { sessions: [exampleSession], next_cursor: null },
        },
      },
      errors: ["not_found"],
      async handle({ ctx, query }) {
        const { campaign_id: campaignId, ...rest } = query;
        const page = await listSessions(ctx, { campaignId, ...rest });
        return {
          status: 200,
          body: { sessions: page.sessions.map(toSessionSummaryJson), next_cursor: page.nextCursor },
        };
      },
    }),
    route({
      ...about,
      method: "get",
      path: one,
      id: "getSession",
      summary: "Read a session",
      description: "The whole row, and the thing to poll: with If-None-Match a poll costs one indexed read.",
      access: "read",
      answers: { 200: ok, 304: { description: "The caller's copy is still good." } },
      async handle({ ctx, path }) {
        return { status: 200, body: { session: toSessionJson(await getSession(ctx, { sessionId: path.id })) } };
      },
    }),
    route({
      ...about,
      method: "patch",
      path: one,
      id: "updateSession",
      summary: "Edit title, draft or skeleton",
      description:
        "Only keys that are present are applied. A draft or skeleton becomes a new version by author `user`. Allowed while a run works: its result then becomes a proposal. Findings never refuse a save.",
      access: "draft",
      body: UpdateSessionBody,
      bodyExample: { draft_subject: "Handoffs at %company|your team%" },
      readOnly,
      answers: { 200: ok },
      errors: ["field_read_only"],
      async handle({ ctx, path, body, ifRevision }) {
        const session = await updateSession(ctx, {
          sessionId: path.id,
          title: body.title,
          draftSubject: body.draft_subject,
          draftBody: body.draft_body,
          skeleton: body.skeleton,
          generatedExamples: body.generated_examples,
          ifRevision,
        });
        return { status: 200, body: { session: toSessionJson(session) } };
      },
    }),
    route({
      ...about,
      method: "delete",
      path: one,
      id: "deleteSession",
      summary: "Delete a session",
      description: "Cancels a running run first; nothing of it is written afterwards.",
      access: "draft",
      answers: { 200: { description: "It is gone.", schema: SuccessJson, example: { success: true } } },
      async handle({ ctx, path, ifRevision }) {
        await removeSession(ctx, { sessionId: path.id, ifRevision });
        return { status: 200, body: { success: true } };
      },
    }),
  ];
}

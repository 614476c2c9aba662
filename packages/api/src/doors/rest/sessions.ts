import { z } from "zod";
import type { Context } from "../../base/context.ts";
import { checkDraft } from "../../verbs/checks/check-draft.ts";
import { decideHunks } from "../../verbs/proposals/decide-hunks.ts";
import { applyToNode } from "../../verbs/sessions/apply-to-node.ts";
import { DecideHunksInput } from "../../verbs/sessions/contract.ts";
import { createSession } from "../../verbs/sessions/create-session.ts";
import { getSession } from "../../verbs/sessions/get-session.ts";
import { listSessions } from "../../verbs/sessions/list-sessions.ts";
import { removeSession } from "../../verbs/sessions/remove-session.ts";
import { restoreVersion } from "../../verbs/sessions/restore-version.ts";
import { updateSession } from "../../verbs/sessions/update-session.ts";
import { sessionEtag } from "./etag.ts";
import { exampleIds, exampleNewSession, exampleNodes, exampleSession } from "./examples.ts";
import { ChecksJson, toChecksJson } from "./json/checks.ts";
import { nextCursor } from "./json/common.ts";
import { SuccessJson } from "./json/error.ts";
import { NodeJson, toNodeJson } from "./json/node.ts";
import { SessionJson, SessionSummaryJson, toSessionJson, toSessionSummaryJson } from "./json/session.ts";
import { route, type Route } from "./route.ts";
import { ApplyBody, CreateSessionBody, ListSessionsQuery, RestoreBody, UpdateSessionBody } from "./session-bodies.ts";

const base = "/campaigns/ai-chat-sessions";
const one = `${base}/{id}`;
const ids = { id: "Session" } as const;
const about = { tag: "Sessions", ids, etag: (ctx: Context, path: { readonly id: string }) => sessionEtag(ctx, path.id) };

const SessionAnswer = z.object({ session: SessionJson }).meta({ id: "SessionAnswer" });
const ok = { description: "The session.", schema: SessionAnswer, example: { session: exampleSession }, headers: { etag: "The session's version." } };

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

/** What is done with sessions without a model. */
export function sessionRoutes(): Route[] {
  return [
    route({
      method: "post",
      path: base,
      id: "createSession",
      tag: "Sessions",
      summary: "Open the session of an email node",
      description: "Inserts one row: no model is called, no run starts. One session drafts one node; deleting the session frees the node.",
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
          schema: z.object({ sessions: z.array(SessionSummaryJson), next_cursor: nextCursor }).meta({ id: "SessionPage" }),
          example: { sessions: [exampleSession], next_cursor: null },
        },
      },
      errors: ["not_found"],
      async handle({ ctx, query }) {
        const { campaign_id: campaignId, ...rest } = query;
        const page = await listSessions(ctx, { campaignId, ...rest });
        return { status: 200, body: { sessions: page.sessions.map(toSessionSummaryJson), next_cursor: page.nextCursor } };
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
    route({
      method: "get",
      path: `${one}/checks`,
      id: "checkSession",
      tag: "Sessions",
      ids,
      summary: "Every finding on the draft",
      description: "The current draft over the campaign's leads, checked now.",
      access: "read",
      answers: {
        200: {
          description: "The findings.",
          schema: ChecksJson,
          example: { draft_version: 2, revision: 3, lead_count: 250, counts: { errors: 0, warnings: 0, unknown: 0 }, ready: "yes", results: [] },
        },
      },
      async handle({ ctx, path }) {
        return { status: 200, body: toChecksJson(await checkDraft(ctx, { sessionId: path.id })) };
      },
    }),
    route({
      ...about,
      method: "post",
      path: `${one}/restore`,
      id: "restoreVersion",
      summary: "Bring an earlier version back",
      description: "Makes a new version equal to the old. Exactly one of the two fields.",
      access: "draft",
      body: RestoreBody,
      bodyExample: { draft_version: 1 },
      takesIfMatch: true,
      answers: { 200: ok },
      async handle({ ctx, path, body, ifRevision }) {
        const { skeleton_version: skeletonVersion, draft_version: draftVersion } = body;
        const session =
          skeletonVersion === undefined
            ? await restoreVersion(ctx, { sessionId: path.id, draftVersion: draftVersion ?? 0, ifRevision })
            : await restoreVersion(ctx, { sessionId: path.id, skeletonVersion, ifRevision });
        return { status: 200, body: { session: toSessionJson(session) } };
      },
    }),
    route({
      ...about,
      method: "post",
      path: `${one}/proposal`,
      id: "decideHunks",
      summary: "Accept or reject parts of a proposal",
      description: "Hunks that are not named stay pending. The proposal is null once all are decided.",
      access: "draft",
      body: z.strictObject({ hunks: DecideHunksInput.shape.hunks }),
      bodyExample: { hunks: [{ id: "h1", accept: true }] },
      answers: { 200: ok },
      async handle({ ctx, path, body }) {
        return { status: 200, body: { session: toSessionJson(await decideHunks(ctx, { sessionId: path.id, hunks: body.hunks })) } };
      },
    }),
    route({
      ...about,
      method: "post",
      path: `${one}/apply`,
      id: "applyToNode",
      summary: "Copy the draft onto its node",
      description: "In one transaction with both revisions checked. Draft campaigns only. Error-level findings refuse it unless `force` is true.",
      access: "draft",
      body: ApplyBody,
      bodyExample: { force: false },
      takesIfMatch: true,
      answers: {
        200: {
          description: "The session, and the node as it is now.",
          schema: z.object({ session: SessionJson, node: NodeJson }).meta({ id: "AppliedDraft" }),
          example: { session: exampleSession, node: exampleNodes[0] },
        },
      },
      errors: ["not_draft"],
      async handle({ ctx, path, body, ifRevision }) {
        const applied = await applyToNode(ctx, {
          sessionId: path.id,
          force: body.force,
          ifRevision: body.revision ?? ifRevision,
          ifNodeRevision: body.node_revision,
        });
        return { status: 200, body: { session: toSessionJson(applied.session), node: toNodeJson(applied.node) } };
      },
    }),
  ];
}

import { z } from "zod";
import { checkDraft } from "../../verbs/checks/check-draft.ts";
import { decideHunks } from "../../verbs/proposals/decide-hunks.ts";
import { applyToNode } from "../../verbs/sessions/apply-to-node.ts";
import { DecideHunksInput } from "../../verbs/sessions/contract.ts";
import { restoreVersion } from "../../verbs/sessions/restore-version.ts";
import { exampleNodes, exampleSession } from "./examples.ts";
import { ChecksJson, toChecksJson } from "./json/checks.ts";
import { NodeJson, toNodeJson } from "./json/node.ts";
import { SessionJson, toSessionJson } from "./json/session.ts";
import { route, type Route } from "./route.ts";
import { ApplyBody, RestoreBody } from "./session-bodies.ts";
import { aboutSession as about, oneSession as one, sessionAnswer as ok } from "./session-route.ts";

/** What is decided about a session's draft: checks, earlier versions, proposals, and its node. */
export function draftRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: `${one}/checks`,
      id: "checkSession",
      tag: "Sessions",
      ids: about.ids,
      summary: "Every finding on the draft",
      description: "The current draft over the campaign's leads, checked now.",
      access: "read",
      answers: {
        200: {
          description: "The findings.",
          schema: ChecksJson,
          example: {
            draft_version: 2,
            revision: 3,
            lead_count: 250,
            counts: { errors: 0, warnings: 0, unknown: 0 },
            ready: "yes",
            results: [],
          },
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
        return {
          status: 200,
          body: { session: toSessionJson(await decideHunks(ctx, { sessionId: path.id, hunks: body.hunks })) },
        };
      },
    }),
    route({
      ...about,
      method: "post",
      path: `${one}/apply`,
      id: "applyToNode",
      summary: "Copy the draft onto its node",
      description:
        "In one transaction with both revisions checked. Draft campaigns only. Error-level findings refuse it unless `force` is true.",
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

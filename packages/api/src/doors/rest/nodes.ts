import { z } from "zod";
import type { Context } from "../../base/context.ts";
import { Id } from "../../base/ids.ts";
import { addNode } from "../../verbs/nodes/add-node.ts";
import { AddNodeInput, MoveNodeInput, type SequenceView } from "../../verbs/nodes/contract.ts";
import { moveNode } from "../../verbs/nodes/move-node.ts";
import { removeNode } from "../../verbs/nodes/remove-node.ts";
import { updateNode } from "../../verbs/nodes/update-node.ts";
import { nodeFields, toNodeContent } from "./campaign-bodies.ts";
import { campaignEtag } from "./etag.ts";
import { exampleIds, exampleNodes } from "./examples.ts";
import { SequenceJson, toNodeJson } from "./json/node.ts";
import { route, type JsonAnswer, type Route } from "./route.ts";

const all = "/campaigns/{id}/sequence/nodes";
const one = `${all}/{nodeId}`;

// The sequence is a part of its campaign: If-Match speaks of the campaign's version.
const about = {
  tag: "Sequence",
  access: "campaigns",
  etag: (ctx: Context, path: { readonly id: string }) => campaignEtag(ctx, path.id),
  tagsAnswer: false,
} as const;
const ids = { id: "Campaign" } as const;
const nodeIds = { id: "Campaign", nodeId: "Node" } as const;
const ok = { description: "The sequence in order.", schema: SequenceJson, example: { sequence_nodes: exampleNodes } };
const readOnly = ["id", "campaign_id", "position", "revision", "created_at", "updated_at"].map((name) => `/${name}`);

/** The nodes of a campaign's sequence. */
export function nodeRoutes(): Route[] {
  return [
    route({
      ...about,
      method: "post",
      path: all,
      id: "addNode",
      ids,
      summary: "Add a node",
      description:
        "Before the `end` node unless `position` (0-based) says where. A sequence ends in its one `end` node. A delay lasts from 1 minute to 30 days, its three parts added. Fields that do not apply to the type are refused.",
      body: z.strictObject({ type: AddNodeInput.shape.type, position: AddNodeInput.shape.position, ...nodeFields }),
      bodyExample: { type: "delay", delay_days: 3 },
      renames: { purpose: "ai_node" },
      answers: { 201: { ...ok, headers: { location: "Where the new node is." } } },
      errors: ["not_draft"],
      async handle({ ctx, path, body }) {
        const added = await addNode(ctx, {
          campaignId: path.id,
          type: body.type,
          position: body.position,
          ...toNodeContent(body),
        });
        const location = `/api${all.replace("{id}", path.id)}/${added.node.id}`;
        return { ...toAnswer(added), status: 201, headers: { location } };
      },
    }),
    route({
      ...about,
      method: "patch",
      path: all,
      id: "moveNode",
      ids,
      summary: "Move a node",
      description: "To a 0-based position before the `end` node. `node_id` and `to_position` are accepted too.",
      body: z.strictObject({ nodeId: Id, toPosition: MoveNodeInput.shape.toPosition }),
      bodyExample: { nodeId: exampleIds.node, toPosition: 0 },
      aliases: { node_id: "nodeId", to_position: "toPosition" },
      renames: { toPosition: "toPosition", nodeId: "nodeId" },
      answers: { 200: ok },
      errors: ["not_draft"],
      async handle({ ctx, path, body, ifRevision }) {
        return toAnswer(
          await moveNode(ctx, {
            campaignId: path.id,
            nodeId: body.nodeId,
            toPosition: body.toPosition,
            ifCampaignRevision: ifRevision,
          }),
        );
      },
    }),
    route({
      ...about,
      method: "delete",
      path: all,
      id: "removeNode",
      ids,
      summary: "Remove the node that the body names",
      description: "Its session stays readable. The `end` node cannot be removed. `node_id` is accepted too.",
      body: z.strictObject({ nodeId: Id }),
      bodyExample: { nodeId: exampleIds.node },
      aliases: { node_id: "nodeId" },
      renames: { nodeId: "nodeId" },
      answers: { 200: ok },
      errors: ["not_draft"],
      async handle({ ctx, path, body, ifRevision }) {
        return toAnswer(
          await removeNode(ctx, { campaignId: path.id, nodeId: body.nodeId, ifCampaignRevision: ifRevision }),
        );
      },
    }),
    route({
      ...about,
      method: "put",
      path: one,
      id: "updateNode",
      ids: nodeIds,
      summary: "Change what a node holds",
      description: "Fields that are absent stay. A node keeps its type; fields that do not apply to it are refused.",
      body: z
        .strictObject({ type: AddNodeInput.shape.type.optional(), ...nodeFields })
        .refine((body) => Object.keys(body).length > 0, "must name at least one field of the node"),
      bodyExample: { subject: "Handoffs at %company|your team%" },
      readOnly,
      renames: { purpose: "ai_node" },
      answers: { 200: ok },
      errors: ["field_read_only", "not_draft"],
      async handle({ ctx, path, body, ifRevision }) {
        return toAnswer(
          await updateNode(ctx, {
            campaignId: path.id,
            nodeId: path.nodeId,
            type: body.type,
            ...toNodeContent(body),
            ifCampaignRevision: ifRevision,
          }),
        );
      },
    }),
    route({
      ...about,
      method: "delete",
      path: one,
      id: "removeNodeById",
      ids: nodeIds,
      summary: "Remove a node",
      description: "Its session stays readable. The `end` node cannot be removed.",
      answers: { 200: ok },
      errors: ["not_draft"],
      async handle({ ctx, path, ifRevision }) {
        return toAnswer(
          await removeNode(ctx, { campaignId: path.id, nodeId: path.nodeId, ifCampaignRevision: ifRevision }),
        );
      },
    }),
  ];
}

function toAnswer(sequence: SequenceView): JsonAnswer {
  return { status: 200, body: { sequence_nodes: sequence.sequenceNodes.map(toNodeJson) } };
}

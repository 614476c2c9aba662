import { Block } from "@longhand/template";
import { z } from "zod";
import { toRunId } from "../../../base/ids.ts";
import type { DraftVersionView, MessageView, SkeletonVersionView } from "../../../verbs/sessions/contract.ts";
import { instant, runIdJson, toInstant, uuid } from "./common.ts";
import { toBlockJson } from "./skeleton.ts";

export const MessageJson = z
  .object({
    id: uuid,
    role: z.enum(["user", "assistant"]),
    content: z.string(),
    created_at: instant,
    run_id: runIdJson.nullable(),
    status: z.enum(["complete", "failed", "cancelled", "pending"]),
  })
  .meta({ id: "ChatMessage" });

const version = {
  version: z.int(),
  created_at: instant,
  author: z.enum(["assistant", "user"]),
  run_id: runIdJson.nullable(),
};

export const SkeletonVersionJson = z
  .object({
    ...version,
    subject: z.string().nullable(),
    body: z.string().nullable(),
    blocks: z.array(Block).nullable(),
    example_subject: z.string().nullable(),
    example_body: z.string().nullable(),
  })
  .meta({
    id: "SkeletonVersion",
    description: "An earlier skeleton. Its content is null where the skeleton had been cleared.",
  });

export const DraftVersionJson = z
  .object({
    ...version,
    framework_version: z.int().nullable(),
    subject: z.string().nullable(),
    body: z.string().nullable(),
  })
  .meta({ id: "DraftVersion", description: "An earlier draft." });

export function toMessageJson(message: MessageView): z.infer<typeof MessageJson> {
  return {
    id: message.id,
    role: message.role,
    content: message.content,
    created_at: toInstant(message.createdAt),
    run_id: message.runId === null ? null : toRunId(message.runId),
    status: message.status,
  };
}

export function toSkeletonVersionJson(version: SkeletonVersionView): z.infer<typeof SkeletonVersionJson> {
  const { skeleton } = version;
  return {
    ...toVersion(version),
    subject: skeleton?.subject ?? null,
    body: skeleton?.body ?? null,
    blocks: skeleton?.blocks.map(toBlockJson) ?? null,
    example_subject: skeleton?.example_subject ?? null,
    example_body: skeleton?.example_body ?? null,
  };
}

export function toDraftVersionJson(version: DraftVersionView): z.infer<typeof DraftVersionJson> {
  return {
    ...toVersion(version),
    framework_version: version.frameworkVersion,
    subject: version.subject,
    body: version.body,
  };
}

function toVersion(view: SkeletonVersionView | DraftVersionView) {
  return {
    version: view.version,
    created_at: toInstant(view.createdAt),
    author: view.author,
    run_id: view.runId === null ? null : toRunId(view.runId),
  };
}

import { z } from "zod";
import {
  ApplyToNodeInput,
  CreateSessionInput,
  UpdateSessionInput,
  VersionNumber,
} from "../../verbs/sessions/contract.ts";
import { pageCursor, pageLimit } from "./read-query.ts";

export const CreateSessionBody = z.strictObject({
  campaign_id: CreateSessionInput.shape.campaignId,
  node_id: CreateSessionInput.shape.nodeId,
});

const parts = ["messages", "histories", "examples"] as const;
const isPart = (word: string): word is (typeof parts)[number] => parts.some((part) => part === word);

export const ListSessionsQuery = z.strictObject({
  campaign_id: CreateSessionInput.shape.campaignId,
  limit: pageLimit,
  cursor: pageCursor,
  include: z
    .string()
    .refine(
      (text) => text.split(",").every((word) => isPart(word.trim())),
      `must be a comma-separated list of ${parts.join(", ")}`,
    )
    .transform((text) =>
      text
        .split(",")
        .map((word) => word.trim())
        .filter(isPart),
    )
    .default([])
    .meta({
      description: "Long parts to carry: messages, histories, examples, separated by commas.",
      override: { type: "string", default: "" },
    }),
});

export const UpdateSessionBody = z
  .strictObject({
    title: UpdateSessionInput.shape.title,
    draft_subject: UpdateSessionInput.shape.draftSubject,
    draft_body: UpdateSessionInput.shape.draftBody,
    skeleton: UpdateSessionInput.shape.skeleton,
    generated_examples: UpdateSessionInput.shape.generatedExamples,
  })
  .refine(
    (body) => Object.keys(body).length > 0,
    "must name at least one of title, draft_subject, draft_body, skeleton, generated_examples",
  );

export const RestoreBody = z
  .strictObject({ skeleton_version: VersionNumber.optional(), draft_version: VersionNumber.optional() })
  .refine(
    (body) => (body.skeleton_version === undefined) !== (body.draft_version === undefined),
    "must name exactly one of skeleton_version and draft_version",
  );

export const ApplyBody = z.strictObject({
  force: ApplyToNodeInput.shape.force,
  revision: z.int().min(1).optional().meta({ description: "The session's revision that was looked at." }),
  node_revision: z.int().min(1).optional().meta({ description: "The node's revision that was looked at." }),
});

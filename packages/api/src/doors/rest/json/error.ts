import { z } from "zod";
import { situations, type AppErrorCode } from "../../../base/errors.ts";
import { runIdJson, uuid } from "./common.ts";
import { SkeletonJson } from "./skeleton.ts";

const codes = Object.keys(situations) as [AppErrorCode, ...AppErrorCode[]];

/** Every refusal, whatever the route. */
export const ErrorJson = z
  .object({
    error: z.string().meta({ description: "A sentence for a person, ending in what to do." }),
    code: z.enum(codes).meta({ description: "Stable; switch on this." }),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    run_id: runIdJson.optional(),
    session_id: uuid.optional(),
    revision: z.int().optional(),
    current: z
      .object({
        revision: z.int(),
        draft_subject: z.string().nullable(),
        draft_body: z.string().nullable(),
        draft_version: z.int().nullable(),
        skeleton: SkeletonJson.nullable(),
        framework_version: z.int().nullable(),
      })
      .optional()
      .meta({ description: "The session's current texts, ready to merge (412 only)." }),
    request_id: z.string(),
  })
  .meta({ id: "Error" });
export interface ErrorJson extends z.infer<typeof ErrorJson> {}

/** The example of a deleted thing's answer, and its shape. */
export const SuccessJson = z.object({ success: z.literal(true) }).meta({ id: "Success" });

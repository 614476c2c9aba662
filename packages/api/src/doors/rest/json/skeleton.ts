import { Block } from "@longhand/template";
import { z } from "zod";

/** The plan of one email. */
export const SkeletonJson = z
  .object({
    subject: z.string(),
    body: z.string(),
    blocks: z.array(Block),
    example_subject: z.string(),
    example_body: z.string(),
  })
  .meta({ id: "Skeleton", description: "The plan of one email: subject and body with %variables% and &&slots&&, and what each block must do." });
export interface SkeletonJson extends z.infer<typeof SkeletonJson> {}

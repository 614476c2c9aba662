import { Block, type Skeleton } from "@longhand/template";
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
  .meta({
    id: "Skeleton",
    description: "The plan of one email: subject and body with %variables% and &&slots&&, and what each block must do.",
  });
export interface SkeletonJson extends z.infer<typeof SkeletonJson> {}

/** A skeleton in the order it is read in: a stored document has lost its own. */
export function toSkeletonJson(skeleton: Skeleton): SkeletonJson {
  const { subject, body, blocks, example_subject, example_body } = skeleton;
  return { subject, body, blocks: blocks.map(toBlockJson), example_subject, example_body };
}

/** The same for one block. */
export function toBlockJson(block: Block): Block {
  const { id, role, name, strategy, personalization } = block;
  const { fields, approach, fallback } = personalization;
  return { id, role, name, strategy, personalization: { fields, approach, fallback } };
}

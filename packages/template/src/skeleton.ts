import { z } from "zod";
import { BlockRole } from "./block-role.ts";
import { fillBlocks } from "./fill-blocks.ts";

/** A variable name by its shape; whether the campaign knows it is check K02's question. */
export const VariableName = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]{0,63}(?:\.[A-Za-z0-9_][A-Za-z0-9_-]{0,63})?$/,
    "must be a variable name such as first_name",
  );

const BlockId = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,31}$/, "must be lower-case letters, digits and underscores, starting with a letter");

/** The facts a block may rest on, how to use them (empty: same text for every lead), and the sentence for leads without them. */
const Personalization = z.strictObject({
  fields: z.array(VariableName).max(8),
  approach: z.string().max(400),
  fallback: z.string().max(300),
});

const words = {
  name: z.string().min(1).max(60),
  strategy: z.string().min(1).max(600),
  personalization: Personalization,
};

/** One block of a skeleton as stored: `id` is stable across versions, `strategy` says what the block must do and why. */
export const Block = z.strictObject({ id: BlockId, role: BlockRole, ...words });
export interface Block extends z.infer<typeof Block> {}

const texts = {
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(8000),
  example_subject: z.string().max(200),
  example_body: z.string().max(8000),
};

const BlockInput = z.strictObject({ id: BlockId.optional(), role: BlockRole.optional(), ...words });
const LooseSkeleton = z.strictObject({
  subject: texts.subject,
  body: texts.body,
  blocks: z.array(BlockInput).min(1).max(12),
  example_subject: texts.example_subject,
  example_body: texts.example_body,
});
const StrictSkeleton = z.strictObject({
  subject: texts.subject,
  body: texts.body,
  blocks: z.array(Block).min(1).max(12),
  example_subject: texts.example_subject,
  example_body: texts.example_body,
});

/**
 * The plan of one email. On input a block's `id` may be left out (a slug of its name, made unique) and its `role`
 * too (`other`); output always has both. Strict: an unknown key is an issue with its path.
 */
export const Skeleton = LooseSkeleton.transform((input) => ({ ...input, blocks: fillBlocks(input.blocks) })).pipe(
  StrictSkeleton,
);
export interface Skeleton extends z.output<typeof Skeleton> {}
/** A skeleton as a caller may write it. */
export interface SkeletonInput extends z.input<typeof Skeleton> {}

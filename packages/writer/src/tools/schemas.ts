import { Block, Skeleton } from "@longhand/template";
import { z } from "zod";

const BriefAnswer = z.strictObject({
  value: z.string().min(1).max(600),
  evidence: z.string().max(600).describe("the words it rests on, quoted from a message or a fact"),
});
const Phrases = z.array(z.string().min(1).max(300)).max(50);

export const SetBriefInput = z.strictObject({
  audience: BriefAnswer.optional(),
  product: BriefAnswer.optional(),
  pain: BriefAnswer.optional(),
  outcome: BriefAnswer.optional(),
  proof: BriefAnswer.optional(),
  differentiator: BriefAnswer.optional(),
  ask: BriefAnswer.optional(),
  tone: BriefAnswer.optional(),
  length: BriefAnswer.optional(),
  pattern: BriefAnswer.optional(),
  language: BriefAnswer.optional(),
  banned: Phrases.optional(),
  required: Phrases.optional(),
  locked: Phrases.optional(),
  notes: z.json().optional(),
});

const BlockOp = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("set"), block: Block }),
  z.strictObject({ op: z.literal("remove"), block_id: z.string() }),
  z.strictObject({ op: z.literal("move"), block_id: z.string(), to: z.int().min(0).max(11) }),
]);

export const UpdateSkeletonInput = z.strictObject({
  /** The framework version it was made from; 0 when there is none. */
  base_version: z.int().min(0),
  skeleton: Skeleton.optional(),
  ops: z.array(BlockOp).min(1).max(24).optional(),
});

export const UpdateDraftInput = z.strictObject({
  /** The session revision it was made from. */
  base_revision: z.int().min(0),
  subject: z.string().min(1).max(200).optional(),
  edits: z
    .array(
      z.strictObject({
        block_id: z.string().min(1).max(32),
        op: z.enum(["replace", "insert_after", "delete"]),
        text: z.string().max(8000).optional(),
      }),
    )
    .max(48)
    .describe("an empty block takes replace"),
  claims: z
    .array(z.strictObject({ quote: z.string().min(1).max(600), evidence_ids: z.array(z.string()).max(8) }))
    .max(24),
  /** The whole body instead of edits by block: for a restored or hand-shaped text. */
  body: z.string().max(20_000).optional(),
  /** The writer's own notes on this text, stored with the version. */
  notes: z.json().optional(),
});

export const ReplaceTextInput = z.strictObject({
  base_revision: z.int().min(0),
  field: z.enum(["subject", "body"]).default("body"),
  find: z.string().min(1).max(8000),
  replace: z.string().max(8000),
  expected: z.literal(1).default(1),
});

export const PreviewLeadsInput = z.strictObject({
  lead_ids: z.array(z.string()).max(5).optional(),
  n: z.int().min(1).max(5).default(3),
});

export const ReadContextInput = z.strictObject({ query: z.string().min(1).max(400) });

export const AskUserInput = z.strictObject({
  question: z.string().min(1).max(400),
  options: z.array(z.string().min(1).max(120)).max(4),
  about: z.string().min(1).max(60),
});

export const FinishInput = z.strictObject({ summary: z.string().min(1).max(2000) });

export type SetBriefInput = z.infer<typeof SetBriefInput>;
export type UpdateSkeletonInput = z.infer<typeof UpdateSkeletonInput>;
export type UpdateDraftInput = z.infer<typeof UpdateDraftInput>;
export type ReplaceTextInput = z.infer<typeof ReplaceTextInput>;
export type PreviewLeadsInput = z.infer<typeof PreviewLeadsInput>;
export type ReadContextInput = z.infer<typeof ReadContextInput>;
export type AskUserInput = z.infer<typeof AskUserInput>;
export type FinishInput = z.infer<typeof FinishInput>;

/** Issue of a refused update, given back to the model. */
export interface ToolIssue {
  readonly code: string;
  readonly path: string;
  readonly got: string;
  readonly hint: string;
}

/** What a tool answers. It never throws for a domain problem. */
export type ToolResult =
  | { readonly ok: true; readonly [key: string]: unknown }
  | { readonly ok: false; readonly issues: readonly ToolIssue[] };

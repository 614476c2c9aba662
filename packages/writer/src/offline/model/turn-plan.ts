import type { Skeleton } from "@longhand/template";
import { z } from "zod";
import { parts, type Tree } from "../ast/tree.ts";
import type { SetBriefInput } from "../../tools/schemas.ts";

/** What a turn will do, decided once and carried through its calls. */
export interface TurnPlan {
  readonly brief: SetBriefInput | null;
  readonly skeleton: Skeleton | null;
  readonly draft: DraftPlan | null;
  /** The receipt, or the words before a question. */
  readonly reply: string;
  readonly question: { readonly question: string; readonly options: readonly string[]; readonly about: string } | null;
  /** Show how the draft comes out for leads, then answer. */
  readonly preview: boolean;
}

/** The text a turn wants to store. */
export interface DraftPlan {
  readonly tree: Tree;
  /** Version this text restores, if any. */
  readonly restored?: number;
  /** A body given whole: for selections and restored texts. */
  readonly body?: string;
}

/** What later calls of the turn need; kept in the notes of the first call's tool input. */
export interface Carried {
  /** Session revision the plan was made from. */
  readonly revision: number;
  readonly reply: string;
  readonly question: TurnPlan["question"];
  readonly draft: DraftPlan | null;
}

const Sentence = z.object({
  text: z.string(),
  pre: z.string(),
  origin: z.enum(["phrase", "user", "human"]),
  part: z.enum(parts),
  phrase: z.string().exactOptional(),
  evidence: z.array(z.string()).exactOptional(),
  locked: z.boolean().exactOptional(),
});
const Role = z.enum(["greeting", "opener", "problem", "value", "proof", "offer", "ask", "signoff", "ps", "other"]);
export const TreeShape = z.object({
  subject: z.object({
    text: z.string(),
    phrase: z.string().exactOptional(),
    locked: z.boolean().exactOptional(),
    human: z.boolean().exactOptional(),
  }),
  blocks: z.array(z.object({ id: z.string().nullable(), role: Role, pre: z.string(), sentences: z.array(Sentence) })),
});
export const CarriedShape = z.object({
  revision: z.number(),
  reply: z.string(),
  question: z.object({ question: z.string(), options: z.array(z.string()), about: z.string() }).nullable(),
  draft: z
    .object({ tree: TreeShape, restored: z.number().exactOptional(), body: z.string().exactOptional() })
    .nullable(),
});

import type { Claim, Evidence, Skeleton } from "@longhand/template";
import { Skeleton as SkeletonInput } from "@longhand/template";
import { z } from "zod";
import { Id } from "../../base/ids.ts";
import type { RunView } from "../runs/contract.ts";

export type TaskStatus = null | "chat_processing" | "generating_examples";

export const CreateSessionInput = z.strictObject({ campaignId: Id, nodeId: Id });
export const ListSessionsInput = z.strictObject({
  campaignId: Id,
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
  include: z.array(z.enum(["messages", "histories", "examples"])).default([]),
});
export const SessionRef = z.strictObject({ sessionId: Id });
/** Only the keys that are present are applied. */
export const UpdateSessionInput = z.strictObject({
  sessionId: Id,
  title: z.string().trim().min(1).max(200).nullable().optional(),
  draftSubject: z.string().max(1000).nullable().optional(),
  draftBody: z.string().max(20_000).nullable().optional(),
  skeleton: SkeletonInput.nullable().optional(),
  generatedExamples: z.null().optional(),
  /** Refuse when the session has moved on. */
  ifRevision: z.int().optional(),
});
/** A version's number, as large as its column holds. */
export const VersionNumber = z.int().min(1).max(2_147_483_647);
/** Exactly one of the two versions. */
export const RestoreVersionInput = z.union([
  z.strictObject({ sessionId: Id, skeletonVersion: VersionNumber, ifRevision: z.int().optional() }),
  z.strictObject({ sessionId: Id, draftVersion: VersionNumber, ifRevision: z.int().optional() }),
]);
export const DecideHunksInput = z.strictObject({
  sessionId: Id,
  hunks: z
    .array(z.strictObject({ id: z.string().min(1).max(80), accept: z.boolean() }))
    .min(1)
    .max(500)
    .superRefine((hunks, check) => {
      const ids = hunks.map((hunk) => hunk.id);
      ids.forEach((id, index) => {
        if (ids.indexOf(id) < index) check.addIssue({ code: "custom", path: [index, "id"], message: "is given twice" });
      });
    }),
});
export const ApplyToNodeInput = z.strictObject({
  sessionId: Id,
  force: z.boolean().default(false),
  ifRevision: z.int().optional(),
  ifNodeRevision: z.int().optional(),
});

export interface CreateSessionInput extends z.infer<typeof CreateSessionInput> {}
export interface ListSessionsInput extends z.infer<typeof ListSessionsInput> {}
export interface SessionRef extends z.infer<typeof SessionRef> {}
export interface UpdateSessionInput extends z.infer<typeof UpdateSessionInput> {}
export type RestoreVersionInput = z.infer<typeof RestoreVersionInput>;
export interface DecideHunksInput extends z.infer<typeof DecideHunksInput> {}
export interface ApplyToNodeInput extends z.infer<typeof ApplyToNodeInput> {}

export interface QuestionView {
  readonly question: string;
  readonly options: readonly string[];
  readonly about: string;
}

export interface MessageView {
  readonly id: string;
  readonly role: "user" | "assistant";
  readonly content: string;
  readonly createdAt: Date;
  readonly runId: string | null;
  readonly status: "complete" | "failed" | "cancelled" | "pending";
  /** For people's screens only: the question asked, the versions made and what was used. */
  readonly details: MessageDetails | null;
}

export interface MessageDetails {
  readonly question?: QuestionView;
  readonly draftVersion?: number;
  readonly frameworkVersion?: number;
  readonly proposalId?: string;
  readonly rule?: string;
  readonly model?: string;
  readonly used?: {
    readonly facts: readonly string[];
    readonly fields: readonly string[];
    readonly checks: readonly string[];
  };
  readonly notes?: readonly { readonly tool: string; readonly label: string; readonly state: string }[];
}

export type VersionAuthor = "assistant" | "user";

export interface SkeletonVersionView {
  readonly version: number;
  readonly createdAt: Date;
  readonly author: VersionAuthor;
  readonly runId: string | null;
  readonly restoredFrom: number | null;
  readonly skeleton: Skeleton | null;
}

export interface DraftVersionView {
  readonly version: number;
  readonly createdAt: Date;
  readonly author: VersionAuthor;
  readonly runId: string | null;
  readonly restoredFrom: number | null;
  readonly frameworkVersion: number | null;
  readonly subject: string | null;
  readonly body: string | null;
}

export interface ExampleView {
  readonly leadId: string;
  readonly leadName: string;
  readonly subject: string | null;
  readonly body: string | null;
  readonly frameworkVersion: number;
  readonly stale: boolean;
  readonly evidence: readonly { readonly claim: Claim; readonly evidence: readonly Evidence[] }[];
  readonly issues: readonly { readonly code: string; readonly message: string }[];
  readonly status: "written" | "failed";
}

export interface HunkView {
  readonly id: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly from: number;
  readonly to: number;
  readonly status: "pending" | "accepted" | "rejected";
}

export interface ProposalView {
  readonly id: string;
  readonly runId: string;
  readonly target: "draft" | "skeleton";
  readonly baseRevision: number;
  readonly createdAt: Date;
  readonly hunks: readonly HunkView[];
}

export interface CheckCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly unknown: number;
}

/** A session without its long parts: what a list carries. */
export interface SessionSummary {
  readonly id: string;
  readonly userId: string;
  readonly campaignId: string;
  readonly nodeId: string;
  readonly title: string | null;
  readonly draftSubject: string | null;
  readonly draftBody: string | null;
  readonly skeleton: Skeleton | null;
  readonly frameworkVersion: number | null;
  readonly taskStatus: TaskStatus;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
  /** Number of the current draft version; null while there is none. */
  readonly draftVersion: number | null;
  readonly proposal: ProposalView | null;
  readonly lastRun: RunView | null;
  readonly checks: CheckCounts | null;
  readonly messages?: readonly MessageView[] | null;
  readonly skeletonHistory?: readonly SkeletonVersionView[] | null;
  readonly draftHistory?: readonly DraftVersionView[] | null;
  readonly generatedExamples?: readonly ExampleView[] | null;
}

/** The whole session, read in one database snapshot. */
export interface SessionView extends SessionSummary {
  readonly messages: readonly MessageView[] | null;
  readonly skeletonHistory: readonly SkeletonVersionView[] | null;
  readonly draftHistory: readonly DraftVersionView[] | null;
  readonly generatedExamples: readonly ExampleView[] | null;
  /** Author of the current draft and skeleton versions. */
  readonly draftAuthor: VersionAuthor | null;
  readonly skeletonAuthor: VersionAuthor | null;
}

export interface SessionPage {
  readonly sessions: readonly SessionSummary[];
  readonly nextCursor: string | null;
}

/** The state and the log position it belongs to: tail the log from `cursor`. */
export interface SessionSnapshot {
  readonly session: SessionView;
  readonly cursor: number;
}

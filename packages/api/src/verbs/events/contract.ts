import { z } from "zod";
import { Id } from "../../base/ids.ts";
import type { RunError, RunKind, RunStatus } from "../runs/contract.ts";
import type { QuestionView } from "../sessions/contract.ts";

export const TailEventsInput = z.strictObject({
  sessionId: Id,
  /** Sequence number already seen; absent: begin with a snapshot. */
  after: z.int().min(0).optional(),
});
export interface TailEventsInput extends z.infer<typeof TailEventsInput> {}

/** Where an event of a run's step belongs. A higher attempt of a step voids the lower one's parts. */
interface OfStep {
  readonly runId: string;
  readonly step: string;
  readonly attempt: number;
}

/** What each kind of event carries; `seq` only rises within a session. */
export type SessionEventBody =
  | {
      readonly kind: "run.queued";
      readonly payload: { readonly runId: string; readonly kind: RunKind; readonly messageId: string | null };
    }
  | { readonly kind: "run.started"; readonly payload: { readonly runId: string; readonly kind: RunKind } }
  | {
      readonly kind: "run.progress";
      readonly payload: { readonly runId: string; readonly done: number; readonly total: number };
    }
  | {
      readonly kind: "run.ended";
      readonly payload: { readonly runId: string; readonly status: RunStatus; readonly error: RunError | null };
    }
  | {
      readonly kind: "message.added";
      readonly payload: {
        readonly id: string;
        readonly role: "user" | "assistant";
        readonly content: string;
        readonly runId: string | null;
        readonly status: "complete" | "failed" | "cancelled" | "pending";
        readonly createdAt: string;
        readonly question: QuestionView | null;
      };
    }
  | { readonly kind: "step.begin"; readonly payload: { readonly label: string } }
  | { readonly kind: "text.delta"; readonly payload: { readonly text: string } }
  | {
      readonly kind: "artifact.preview";
      readonly payload: {
        readonly target: "skeleton" | "draft";
        readonly subject: string | null;
        readonly body: string;
      };
    }
  | {
      readonly kind: "tool.note";
      readonly payload: {
        readonly tool: string;
        readonly label: string;
        readonly state: "working" | "done" | "refused";
      };
    }
  | { readonly kind: "step.commit"; readonly payload: { readonly text: string; readonly model: string } }
  | {
      readonly kind: "artifact.version";
      readonly payload: {
        readonly target: "skeleton" | "draft";
        /** framework_version of a skeleton, number of a draft. */
        readonly version: number;
        readonly revision: number;
        readonly author: "assistant" | "user";
      };
    }
  | {
      readonly kind: "proposal.opened";
      readonly payload: { readonly id: string; readonly target: "skeleton" | "draft"; readonly hunks: number };
    }
  | { readonly kind: "proposal.decided"; readonly payload: { readonly id: string; readonly pending: number } }
  | {
      readonly kind: "check.findings";
      readonly payload: { readonly errors: number; readonly warnings: number; readonly unknown: number };
    }
  | {
      readonly kind: "example.written";
      readonly payload: {
        readonly leadId: string;
        readonly status: "written" | "failed";
        readonly done: number;
        readonly total: number;
      };
    }
  | { readonly kind: "session.updated"; readonly payload: { readonly revision: number } }
  | {
      readonly kind: "usage";
      readonly payload: {
        readonly inputTokens: number;
        readonly outputTokens: number;
        readonly costUsd: number | null;
        readonly model: string;
        readonly estimated: boolean;
      };
    }
  | {
      readonly kind: "model.changed";
      readonly payload: { readonly from: string; readonly to: string; readonly reason: string };
    };

/** One numbered entry of a session's log. */
export type SessionEvent = SessionEventBody & {
  readonly seq: number;
  readonly createdAt: string;
} & (OfStep | { readonly runId: string | null; readonly step: null; readonly attempt: null });

export type SessionEventKind = SessionEventBody["kind"];

/** What a stream sends beside numbered events. */
export type StreamItem =
  | { readonly type: "event"; readonly event: SessionEvent }
  /** Read the snapshot again and continue from its cursor: the log no longer holds what was asked. */
  | { readonly type: "resync" }
  | { readonly type: "deleted" };

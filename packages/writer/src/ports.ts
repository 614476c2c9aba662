import type { Claim, Evidence, Lead, Sender, Skeleton } from "@longhand/template";
import type { CheckReport } from "@longhand/template/checks";
import type { BlockSpan, Brief, DraftState, Fact, Json, SkeletonState, TurnState } from "./state.ts";

/**
 * All that the writer knows of the world. A step is a retry boundary: its work
 * may run twice, late, or beside its own ghost, and every write in it is fenced
 * by the run's lease, so all three are harmless.
 */
export interface WriterPorts<Scope extends StepScope> {
  /** Run `work` as the durable step `id`; a step that has finished once returns its stored value. Values stay under 32 KB. */
  readonly step: <T extends Json>(id: string, work: (scope: Scope) => Promise<T>) => Promise<T>;
}

/** One execution of one step that has won the run's lease. */
export interface StepScope {
  /** Aborted when the run is cancelled or the lease is lost. */
  readonly signal: AbortSignal;
  /** Lease epoch: a later execution of the same step has a greater one. */
  readonly attempt: number;
  /** Append to the session's log. Throws (never to be caught by the writer) when the lease is lost or the run cancelled. */
  append(events: readonly WriterEvent[]): Promise<void>;
  /** A sign of life while waiting for a provider. Throws like `append`. */
  beat(): Promise<void>;
  /** A model answer stored under this request before, by this or an earlier execution of the step. */
  findAnswer(requestHash: string): Promise<StoredAnswer | null>;
  /** Record that the provider is about to be called. */
  beginAnswer(requestHash: string, model: string): Promise<void>;
  /** In one transaction: store the answer and its usage, append `step.commit`, drop the step's deltas. */
  finishAnswer(requestHash: string, answer: StoredAnswer, usage: ModelUsage): Promise<void>;
  /** Usage of a call that ended without an answer (aborted, half a stream). */
  recordLostUsage(usage: ModelUsage): Promise<void>;
}

/** What a turn's steps may do beside a step's own. */
export interface TurnScope extends StepScope {
  loadTurn(): Promise<TurnState>;
  /** The campaign's leads, for the gate, coverage and previews. Never put into a prompt. */
  loadLeads(): Promise<readonly Lead[]>;
  /** This run's stored answers and tool results so far, in order. */
  transcript(): Promise<readonly TranscriptEntry[]>;
  findToolResult(callId: string): Promise<Json | null>;
  /** In one transaction: the effect (a version, or a proposal when a person edited meanwhile), its events and the tool result. */
  commitTool(callId: string, effect: ToolEffect): Promise<Json>;
  /** In one transaction: run succeeded, assistant message, `run.ended`. A second call changes nothing. */
  endTurn(end: TurnEnd): Promise<void>;
}

/** A model's whole answer as stored. */
export interface StoredAnswer {
  readonly model: string;
  readonly text: string;
  readonly tool_calls: readonly {
    readonly id: string;
    readonly name: string;
    readonly input: Json;
    readonly broken?: string;
  }[];
  readonly finish_reason: string;
  /** What this call was told beyond its prefix, and the AI SDK response message; replayed in later steps. */
  readonly messages: Json;
}

export type TranscriptEntry =
  | { readonly kind: "answer"; readonly step: string; readonly answer: StoredAnswer }
  | { readonly kind: "tool"; readonly step: string; readonly call_id: string; readonly result: Json };

/** Tokens and price of one model call. `usd_micros` null means the price is unknown. */
export interface ModelUsage {
  readonly provider: string;
  readonly model: string;
  readonly input: number;
  readonly cached_read: number;
  readonly cached_write: number;
  readonly output: number;
  readonly reasoning: number;
  readonly price_version: string | null;
  readonly usd_micros: number | null;
  readonly estimated: boolean;
}

/** Events the writer itself appends; the store adds those of versions, messages and run ends. */
export type WriterEvent =
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
  | { readonly kind: "run.progress"; readonly payload: { readonly done: number; readonly total: number } }
  | {
      readonly kind: "model.changed";
      readonly payload: { readonly from: string; readonly to: string; readonly reason: string };
    };

/** What a tool call changes. */
export type ToolEffect =
  | { readonly kind: "none"; readonly result: Json }
  | { readonly kind: "brief"; readonly brief: Brief; readonly result: Json }
  | {
      readonly kind: "skeleton";
      readonly base_version: number;
      readonly skeleton: Skeleton;
      readonly report: CheckReport;
      /** Result of the tool; the store adds `framework_version` and `revision`, or `proposal_id`. */
      readonly result: { readonly [key: string]: Json };
    }
  | {
      readonly kind: "draft";
      readonly base_revision: number;
      readonly subject: string;
      readonly body: string;
      readonly block_spans: readonly BlockSpan[];
      readonly notes: Json;
      readonly claims: readonly Claim[];
      readonly evidence: readonly Evidence[];
      readonly report: CheckReport;
      /** Result of the tool; the store adds `revision` and `version`, or `proposal_id`. */
      readonly result: { readonly [key: string]: Json };
    };

/** How a turn ends. */
export interface TurnEnd {
  readonly text: string;
  /** The stop rule that fired: finish, ask_user, answered, calls, failed_updates, repeated_issues, budget, time. */
  readonly rule: string;
  readonly question?: { readonly question: string; readonly options: readonly string[]; readonly about: string };
  /** Names of what was used, for the drawer "What I used". */
  readonly used: {
    readonly facts: readonly string[];
    readonly fields: readonly string[];
    readonly checks: readonly string[];
  };
  readonly model: string;
  /** A short name for the session from its goal, offered while it has no title. */
  readonly title?: string;
}

/** One lead to write for. `key` is the lead's id, or a stable hash of the lead. */
export interface ExampleLead {
  readonly key: string;
  readonly lead: Lead;
}

/** What an examples run may know. */
export interface ExamplesState {
  readonly skeleton: SkeletonState;
  readonly draft: DraftState | null;
  readonly sender: Sender;
  readonly signature: string | null;
  readonly facts: readonly Fact[];
  readonly banned_phrases: readonly string[];
  readonly brief: Brief;
  readonly place: number;
  readonly emails: number;
  readonly total: number;
}

/** One written email for one lead. */
export interface WrittenExample {
  readonly key: string;
  readonly status: "written" | "failed";
  readonly subject: string | null;
  readonly body: string | null;
  readonly issues: readonly { readonly code: string; readonly message: string }[];
  readonly evidence: readonly { readonly claim: Claim; readonly evidence: readonly Evidence[] }[];
}

export interface ExamplesScope extends StepScope {
  loadExamples(): Promise<ExamplesState>;
  /** Leads `from` (inclusive) to `to` (exclusive) of the run's input, in order. */
  loadExampleLeads(from: number, to: number): Promise<readonly ExampleLead[]>;
  /** Keys already written by this run, so that a repeated step skips them. */
  writtenKeys(): Promise<readonly string[]>;
  /** In one transaction: upsert by key, progress, `example.written`. */
  writeExamples(examples: readonly WrittenExample[]): Promise<void>;
  endExamples(end: { readonly model: string }): Promise<void>;
}

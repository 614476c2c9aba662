import type { Claim, Evidence, FieldProfile, Sender, Skeleton, Span } from "@longhand/template";

/** A stored JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One thing the company knows about itself, quotable as evidence by `id`. */
export interface Fact {
  readonly id: string;
  readonly kind: "overview" | "product" | "problem_solved" | "differentiator" | "proof" | "tone" | "voice_sample";
  readonly title: string | null;
  readonly text: string;
}

/** One folded answer of the brief, with where it came from. */
export interface BriefValue {
  readonly value: string;
  /** message: said in the chat; context: company knowledge; campaign: name, purpose or sender; inferred: read out of other words. */
  readonly source: "message" | "context" | "campaign" | "inferred";
  /** The words it rests on. */
  readonly quote?: string;
  readonly message_id?: string;
}

/** What is known about the email to write. Later beats earlier, explicit beats inferred. */
export interface Brief {
  readonly audience?: BriefValue;
  readonly product?: BriefValue;
  readonly pain?: BriefValue;
  readonly outcome?: BriefValue;
  readonly proof?: BriefValue;
  readonly differentiator?: BriefValue;
  readonly ask?: BriefValue;
  readonly tone?: BriefValue;
  readonly length?: BriefValue;
  readonly pattern?: BriefValue;
  readonly language?: BriefValue;
  /** Words never to use. */
  readonly banned?: readonly string[];
  /** Words or phrases that must appear. */
  readonly required?: readonly string[];
  /** Sentences kept byte for byte. */
  readonly locked?: readonly string[];
  /** The planner's own notes (seeds, variants, answered questions); opaque to everyone else. */
  readonly notes?: Json;
}

/** Where a block stands in a draft's body, UTF-16 offsets. */
export interface BlockSpan {
  readonly block_id: string;
  readonly from: number;
  readonly to: number;
}

/** A stored draft version. */
export interface DraftState {
  readonly number: number;
  readonly revision: number;
  readonly subject: string;
  readonly body: string;
  readonly framework_version: number | null;
  readonly author: "person" | "ai" | "restore";
  readonly block_spans: readonly BlockSpan[] | null;
  /** What the writer kept about this text (sentence tree of the offline model). Null for a person's text. */
  readonly notes: Json;
  readonly claims: readonly Claim[];
  /** What the claims rest on, as it was on record when the version was stored. */
  readonly evidence?: readonly Evidence[];
}

/** A stored skeleton version. */
export interface SkeletonState {
  readonly framework_version: number;
  readonly skeleton: Skeleton;
  readonly author: "person" | "ai" | "restore";
}

/** Another email of the same campaign, as far as it is written. */
export interface OtherEmail {
  /** 1-based place among the campaign's emails. */
  readonly place: number;
  readonly subject: string | null;
  readonly body: string | null;
  readonly purpose: string | null;
  readonly brief: Brief | null;
  readonly notes: Json;
}

/** One finished message of the chat. */
export interface DialogueMessage {
  readonly id: string;
  readonly role: "user" | "assistant";
  readonly content: string;
  /** For an assistant message that asked: the question, and what it was about. */
  readonly question?: { readonly question: string; readonly options: readonly string[]; readonly about: string };
}

/** Edit only this range of the stated field. */
export interface Selection {
  readonly field: "subject" | "body";
  readonly from: number;
  readonly to: number;
  readonly revision: number;
}

/**
 * Everything a turn may know, read afresh at each step. It holds no raw lead
 * values: those reach the gate and the renderer, never a prompt.
 */
export interface TurnState {
  readonly campaign: { readonly name: string; readonly signature: string | null; readonly sender: Sender };
  readonly node: {
    readonly id: string;
    readonly type: "email" | "ai";
    readonly purpose: string | null;
    /** 1-based place among the campaign's emails. */
    readonly place: number;
    /** How many emails the campaign has. */
    readonly emails: number;
    /** Whole days since the email before; 0 for the first. */
    readonly days_since_previous: number;
  };
  readonly facts: readonly Fact[];
  readonly banned_phrases: readonly string[];
  readonly required_phrases: readonly string[];
  readonly other_emails: readonly OtherEmail[];
  readonly lead_count: number;
  readonly field_profile: readonly FieldProfile[];
  /** Names the caller allows; null means every name of the campaign. */
  readonly available_variables: readonly string[] | null;
  readonly session: {
    readonly id: string;
    readonly revision: number;
    readonly brief: Brief;
    readonly skeleton: SkeletonState | null;
    readonly skeleton_history: readonly SkeletonState[];
    readonly draft: DraftState | null;
    /** Earlier drafts, oldest first. */
    readonly draft_history: readonly DraftState[];
    /** Finished messages before this turn's, oldest first. */
    readonly dialogue: readonly DialogueMessage[];
  };
  readonly request: { readonly message_id: string; readonly message: string; readonly selection?: Selection };
}

export type { Claim, FieldProfile, Sender, Skeleton, Span };

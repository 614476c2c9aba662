import type { SessionEvent, UsageView } from "@longhand/api/contract";
import type { Run, Session, Snapshot } from "../../lib/wire.ts";

/** One note of a tool within a step. */
export interface Note {
  readonly tool: string;
  readonly label: string;
  readonly state: "working" | "done" | "refused";
}

/** A text as it grows, before it is a version. */
export interface Preview {
  readonly target: "skeleton" | "draft";
  readonly subject: string | null;
  readonly body: string;
}

/** What one step of the unsettled run has said so far, by its newest attempt. */
export interface Step {
  readonly step: string;
  readonly attempt: number;
  readonly label: string | null;
  readonly text: string;
  readonly notes: readonly Note[];
  readonly preview: Preview | null;
  readonly committed: boolean;
}

/** The run that holds the session. */
export interface LiveRun {
  readonly id: string;
  readonly kind: Run["kind"];
  readonly status: "queued" | "running";
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** A session as one browser knows it: facts of the last snapshot, facts since then, and the parts of the run at work. */
export interface Live {
  /** Newest event seen. */
  readonly cursor: number;
  /** The snapshot's cursor: facts up to here are in it, so older events only rebuild the parts of the run. */
  readonly settled: number;
  readonly session: Session;
  readonly run: LiveRun | null;
  readonly steps: readonly Step[];
  /** Facts newer than the snapshot, to be told again to the next one that is older than they are. */
  readonly since: readonly SessionEvent[];
  /** Newest event whose content only a snapshot holds; beyond `settled`, a snapshot is due. */
  readonly wanted: number;
  readonly usage: UsageView | null;
}

/** The unsettled run of a session, if it has one. */
export function runOf(session: Session): LiveRun | null {
  const run = session.lastRun;
  if (run === null || (run.status !== "queued" && run.status !== "running")) return null;
  return { id: run.id, kind: run.kind, status: run.status, progress: run.progress };
}

/**
 * Begin from a snapshot. While a run works, the log is read from its start, since the words
 * of a step that has not ended are in no snapshot; `replay: false` goes on from the snapshot alone.
 */
export function begin({ session, cursor }: Snapshot, { replay = true }: { readonly replay?: boolean } = {}): Live {
  const run = runOf(session);
  return {
    cursor: run !== null && replay ? 0 : cursor,
    settled: cursor,
    session,
    run,
    steps: [],
    since: [],
    wanted: 0,
    usage: session.lastRun?.usage ?? null,
  };
}

import type { Db, Tx } from "@longhand/db";
import type { Actor } from "./actor.ts";

/** What a verb is given: who acts, where the facts are, and how to wake others. */
export interface Context {
  readonly actor: Actor;
  /** The database, or the transaction a caller has opened. */
  readonly db: Db | Tx;
  readonly wake: Wake;
  readonly runTokens: RunTokens;
  /** Which model answers, for people's screens and for the cost of a run. */
  readonly modelName: string;
}

/** Signals after a commit. They may be lost or merged; nobody's correctness depends on one. */
export interface Wake {
  /** The log of this session has grown. */
  session(sessionId: string): void;
  /** The outbox has a row. */
  outbox(): void;
  /** Somebody has read a run that looks as if nobody worked on it any more. */
  watchdog(): void;
}

/** Tokens that read one run and its events, nothing else, for one hour. */
export interface RunTokens {
  issue(run: { readonly id: string; readonly sessionId: string | null; readonly userId: string }): Promise<string>;
  /** @throws {AppError} `unauthorized` for a token that is malformed, expired or of another run. */
  verify(
    token: string,
    runId: string,
  ): Promise<{ readonly userId: string; readonly sessionId: string | null; readonly expiresAt: Date }>;
}

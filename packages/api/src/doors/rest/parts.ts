import type { Actor } from "../../base/actor.ts";
import type { Context, RunTokens } from "../../base/context.ts";
import type { Hub } from "../../base/hub.ts";

/** What the REST door is made of. */
export interface RestParts {
  /** How to make a verb's context for a caller. */
  readonly contextFor: (actor: Actor) => Context;
  /** Whose key this is, if it is live. */
  readonly authenticate: (key: string) => Promise<Actor | undefined>;
  readonly hub: Hub;
  readonly runTokens: RunTokens;
  /** Whether callers are held to their quotas. */
  readonly rateLimit: boolean;
  /** Origins whose pages may call; none: CORS is off. */
  readonly allowedOrigins: readonly string[];
  /** Tells the log about a bug, once, with the request's id. */
  readonly report: (
    error: unknown,
    details: { readonly requestId: string; readonly method: string; readonly path: string },
  ) => void;
  /** Aborted when the process stops: open streams end, so that clients reconnect elsewhere. */
  readonly stopping?: AbortSignal;
  /** Milliseconds; for tests of quotas. */
  readonly now?: () => number;
}

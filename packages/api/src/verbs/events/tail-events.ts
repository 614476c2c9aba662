import type { Context } from "../../base/context.ts";
import type { Hub } from "../../base/hub.ts";
import { requireSession } from "../sessions/access.ts";
import type { StreamItem } from "./contract.ts";
import { followLog } from "./follow-log.ts";

/**
 * A session's events after `after`, live, in batches.
 *
 * From any cursor the same log comes, each event once and in order. Ends after
 * `deleted` and at the signal; a `resync` asks the reader to take a new snapshot
 * and ignore what that already holds.
 *
 * @throws {AppError} `not_found`, at the first batch.
 */
export async function* tailEvents(
  ctx: Context,
  hub: Hub,
  input: { readonly sessionId: string; readonly after: number },
  signal: AbortSignal,
): AsyncGenerator<readonly StreamItem[]> {
  await requireSession(ctx, input.sessionId);
  yield* followLog(hub, input, signal);
}

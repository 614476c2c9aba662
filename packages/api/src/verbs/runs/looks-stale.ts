import * as timing from "./run-timing.ts";
import type { RunRow } from "./to-run-view.ts";

/**
 * Whether a run looks as if nobody worked on it any more, by this process's clock: a reason to have the watchdog look,
 * which decides by the database's.
 */
export function looksStale(
  run: Pick<RunRow, "status" | "createdAt" | "heartbeatAt" | "cancelRequestedAt">,
  now: number = Date.now(),
): boolean {
  const isOlder = (at: Date | null, seconds: number) => at !== null && at.getTime() < now - seconds * 1000;
  if (run.status === "queued") return isOlder(run.createdAt, timing.queuedTooLongSeconds);
  if (run.status !== "running") return false;
  return (
    isOlder(run.heartbeatAt, timing.silentTooLongSeconds) || isOlder(run.cancelRequestedAt, timing.cancelTooLongSeconds)
  );
}

import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { RunningServer } from "./find-running.ts";
import { withLock } from "./lock.ts";
import { rotateLog } from "./log-file.ts";
import type { ClusterPaths } from "./paths.ts";
import { countOthers } from "./server.ts";
import { stopPostmaster } from "./stop-postmaster.ts";

/** A server in use: found running, or started. */
export interface OpenServer extends RunningServer {
  readonly url: string;
  readonly started: boolean;
}

/** What keeps one process's server in use. */
export interface Attending {
  readonly paths: ClusterPaths;
  readonly binaries: Binaries;
  /** Finds the server or starts it, and shows our presence until `onclose`. */
  readonly open: (onclose: () => void) => Promise<OpenServer>;
  readonly log: (line: string) => void;
}

/** A server in use; `leave` gives it up once, however often it is called. */
export interface Attendance {
  readonly url: string;
  readonly started: boolean;
  readonly leave: () => Promise<void>;
}

const rotateEveryMs = 10 * 60 * 1000;
/** A stop shares the ten seconds that a whole process has for its end. */
const leaveLockMs = 5_000;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Open the server and stay present until `leave`.
 *
 * Presence is one idle connection, which the kernel closes with this process.
 * When it breaks the server has died, or was restarted by somebody: it is
 * looked for, and started again if need be, at the address already handed out.
 */
export async function attend({ paths, binaries, open, log }: Attending): Promise<Attendance> {
  const state: { leaving?: Promise<void>; reopening: boolean; revived: number[] } = { reopening: false, revived: [] };
  let server = await open(revive);
  const { url, started } = server;
  const rotation = setInterval(
    () =>
      void rotateLog(paths.log).catch((error: unknown) =>
        log(`The log of Postgres could not be rotated: ${String(error)}`),
      ),
    rotateEveryMs,
  ).unref();

  function revive(): void {
    if (state.leaving !== undefined || state.reopening) return;
    state.reopening = true;
    void reopen().finally(() => (state.reopening = false));
  }

  async function reopen(): Promise<void> {
    log("The connection to the embedded Postgres broke; looking for it.");
    while (state.leaving === undefined) {
      await pause(pauseBefore(state.revived), undefined, { ref: false });
      if (state.leaving !== undefined) return;
      try {
        const found = await open(revive);
        await server.client.end({ timeout: 0 });
        server = found;
        log(
          found.url === url
            ? "The embedded Postgres is running again."
            : "The embedded Postgres runs again, at another port, because its own was taken. Start Longhand again.",
        );
        return;
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
      }
    }
  }

  async function leave(): Promise<void> {
    clearInterval(rotation);
    try {
      await withLock(paths.lock, leaveLockMs, stopUnlessUsed);
    } finally {
      await server.client.end({ timeout: 1 });
    }
  }

  async function stopUnlessUsed(): Promise<void> {
    const others = await countOthers(server.client).catch(() => undefined);
    await server.client.end({ timeout: 1 });
    if (others === undefined) log("The embedded Postgres had already ended.");
    else if (others > 0)
      log("The embedded Postgres goes on, because another Longhand process uses it; the last one stops it.");
    else if (!(await stopPostmaster(paths, binaries)))
      log(`Postgres did not stop within 10 s and was left to finish by itself; see ${paths.log}.`);
  }

  return { url, started, leave: () => (state.leaving ??= leave()) };
}

/** Doubles with every revival of the last minute, so a server that dies at once again is not started in a loop. */
function pauseBefore(revived: number[]): number {
  const now = Date.now();
  while (revived[0] !== undefined && now - revived[0] > 60_000) revived.shift();
  revived.push(now);
  return Math.min(firstPauseMs * 2 ** (revived.length - 1), longestPauseMs);
}

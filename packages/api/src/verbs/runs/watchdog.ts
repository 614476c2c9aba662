import { trimEvents } from "../events/trim-events.ts";
import type { Db } from "@longhand/db";
import { sweepEveryMs } from "./run-timing.ts";
import { sweepRuns, type IsWaiting } from "./sweep-runs.ts";
import type { SystemContext } from "./system-context.ts";

/** Looks after runs that nobody works on, outside the code it watches. */
export interface Watchdog {
  /** Sweep now and every 15 s from now on; old events go every hour. */
  start(): void;
  /** Sweep soon, because somebody has read a run that looks abandoned; at most once in 2 s. Nothing while it is stopped. */
  nudge(): void;
  /** Begin no further sweep and wait for the one under way. */
  stop(): Promise<void>;
}

export interface WatchdogOptions {
  readonly base: SystemContext & { readonly db: Db };
  /** Absent for an executor that cannot be asked. */
  readonly isWaiting?: IsWaiting | undefined;
  readonly onError?: (error: unknown) => void;
}

/** Sweeps between two looks for old events: one hour. */
const trimEverySweeps = 240;

/** A run that waits for a planned retry looks abandoned to every reader, and polls must not become sweeps. */
const nudgeEveryMs = 2_000;

/** Make the watchdog of this process. Several processes may run one each: a lock lets one sweep at a time. */
export function createWatchdog({ base, isWaiting, onError = () => {} }: WatchdogOptions): Watchdog {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let running = false;
  let sweeps = 0;
  let nudgedAt = Number.NEGATIVE_INFINITY;
  return {
    start() {
      running = true;
      begin();
    },
    nudge() {
      if (!running || performance.now() - nudgedAt < nudgeEveryMs) return;
      nudgedAt = performance.now();
      begin();
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await working;
    },
  };

  /** Looks follow each other, however they were asked for. */
  function begin(): void {
    working = (working ?? Promise.resolve()).then(look);
  }

  async function look(): Promise<void> {
    if (!running) return;
    await work().catch(onError);
    clearTimeout(timer);
    if (running) timer = setTimeout(begin, sweepEveryMs).unref();
  }

  async function work(): Promise<void> {
    await sweepRuns(base, isWaiting);
    if (sweeps % trimEverySweeps === 0) await trimEvents(base.db);
    sweeps += 1;
  }
}

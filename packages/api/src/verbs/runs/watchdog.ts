import { trimEvents } from "../events/trim-events.ts";
import type { Db } from "@longhand/db";
import { sweepEveryMs } from "./run-timing.ts";
import { sweepRuns, type IsWaiting } from "./sweep-runs.ts";
import type { SystemContext } from "./system-context.ts";

/** Looks after runs that nobody works on, outside the code it watches. */
export interface Watchdog {
  /** Sweep now and every 15 s from now on; old events go every hour. */
  start(): void;
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

/** Make the watchdog of this process. Several processes may run one each: a lock lets one sweep at a time. */
export function createWatchdog({ base, isWaiting, onError = () => {} }: WatchdogOptions): Watchdog {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let running = false;
  let sweeps = 0;
  return {
    start() {
      running = true;
      look();
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await working;
    },
  };

  function look(): void {
    working = work()
      .catch(onError)
      .then(() => {
        if (running) timer = setTimeout(look, sweepEveryMs).unref();
      });
  }

  async function work(): Promise<void> {
    await sweepRuns(base, isWaiting);
    if (sweeps % trimEverySweeps === 0) await trimEvents(base.db);
    sweeps += 1;
  }
}

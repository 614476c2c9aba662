import type { Clock } from "../clock.ts";

/** A clock that moves only when told to. */
export interface ManualClock extends Clock {
  /** Move on by `ms`, waking sleepers in order. */
  advance(ms: number): Promise<void>;
  /** Move on, tick by tick, until the work settles. */
  runUntil<T>(work: Promise<T>): Promise<T>;
}

/** Start a clock at a fixed instant. */
export function manualClock(start = Date.UTC(2026, 0, 5)): ManualClock {
  let now = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  async function settle(): Promise<void> {
    // A few turns of the event loop let streams and promises that woke up get to their next wait.
    for (let i = 0; i < 5; i += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  async function advance(ms: number): Promise<void> {
    const until = now + ms;
    for (;;) {
      await settle();
      const next = sleepers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > until) break;
      now = Math.max(now, next.at);
      sleepers = sleepers.filter((one) => one !== next);
      next.wake();
    }
    now = until;
    await settle();
  }

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal.addEventListener("abort", () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          resolve();
        });
      }),
    advance,
    async runUntil(work) {
      let done = false;
      const watched = work.finally(() => {
        done = true;
      });
      watched.catch(() => undefined);
      while (!done) await advance(100);
      return watched;
    },
  };
}

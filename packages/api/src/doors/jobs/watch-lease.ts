import type { Context } from "../../base/context.ts";
import type { Hub } from "../../base/hub.ts";
import { beatLease, LeaseLost, type Lease, type LossReason } from "../../verbs/runs/lease.ts";
import { beatEveryMs } from "../../verbs/runs/run-timing.ts";

/** Keeps a step's lease alive and tells its work when it is gone. */
export interface LeaseWatch extends Disposable {
  /** Aborted when the run is cancelled or settled, the lease is lost, or this process shuts down. */
  readonly signal: AbortSignal;
  /** Why the lease is gone; undefined while it holds. */
  readonly lost: LossReason | undefined;
  /** Do something under the lease: its success is a sign of life, its `LeaseLost` ends the work. */
  under<T>(work: () => Promise<T>): Promise<T>;
}

/** A write this recent has shown that the lease holds, so the wake-up is its own echo. */
const echoMs = 50;
/** After an echo the next look is this soon, unless another write comes first: the wake-up may have been somebody else's after all. */
const afterEchoMs = 200;

/** Watch a lease from now until disposed: a beat every second, and one at once when somebody else wakes the session. */
export function watchLease(ctx: Context, hub: Hub, lease: Lease, shutdown: AbortSignal | undefined): LeaseWatch {
  const ended = new AbortController();
  const stopped = new AbortController();
  let lost: LossReason | undefined;
  let provedAt = performance.now();
  void watch();
  return {
    signal: AbortSignal.any([ended.signal, ...(shutdown === undefined ? [] : [shutdown])]),
    get lost() {
      return lost;
    },
    under,
    [Symbol.dispose]() {
      stopped.abort();
    },
  };

  async function under<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      provedAt = performance.now();
      return result;
    } catch (error) {
      if (error instanceof LeaseLost) {
        lost ??= error.reason;
        ended.abort(error);
      }
      throw error;
    }
  }

  async function watch(): Promise<void> {
    using waiter = hub.arm(lease.sessionId);
    let pauseMs = beatEveryMs;
    while (!stopped.signal.aborted && lost === undefined) {
      const pause = AbortSignal.any([stopped.signal, AbortSignal.timeout(pauseMs)]);
      await waiter.next(pause);
      if (stopped.signal.aborted) return;
      const echo = !pause.aborted && performance.now() - provedAt < echoMs;
      pauseMs = echo ? afterEchoMs : beatEveryMs;
      if (echo) continue;
      // A database out of reach proves nothing; the next write of the work finds out.
      await under(() => beatLease(ctx, lease)).catch(() => {});
    }
  }
}

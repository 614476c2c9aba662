/** Something to wait on for one session; opened before reading, so that nothing between the two is missed. */
export interface Waiter extends Disposable {
  /** The log these readers share; one object per session as long as anybody waits. */
  readonly channel: Channel;
  /** Resolves at once when the session was woken since the last call (or since arming), else at its next wake-up or at the abort. */
  next(signal: AbortSignal): Promise<void>;
}

/** Everybody who waits for one session in this process. */
export interface Channel {
  readonly sessionId: string;
  /** Rises with every wake-up. */
  readonly version: number;
}

/** A channel as its hub sees it. */
export interface OpenChannel extends Channel {
  wake(): void;
  arm(): Waiter;
  readonly waiters: number;
}

/** Open a channel; `onIdle` is called when its last waiter is gone. */
export function openChannel(sessionId: string, onIdle: () => void): OpenChannel {
  let version = 0;
  let waiters = 0;
  const resolvers = new Set<() => void>();
  const channel: OpenChannel = {
    sessionId,
    get version() {
      return version;
    },
    get waiters() {
      return waiters;
    },
    wake() {
      version += 1;
      for (const resolve of resolvers) resolve();
    },
    arm() {
      waiters += 1;
      let seen = version;
      let disposed = false;
      return {
        channel,
        async next(signal) {
          if (seen === version && !signal.aborted) await once(signal);
          seen = version;
        },
        [Symbol.dispose]() {
          if (disposed) return;
          disposed = true;
          waiters -= 1;
          if (waiters === 0) onIdle();
        },
      };
    },
  };
  return channel;

  function once(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        resolvers.delete(finish);
        signal.removeEventListener("abort", finish);
        resolve();
      };
      resolvers.add(finish);
      signal.addEventListener("abort", finish);
    });
  }
}

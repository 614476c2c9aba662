/** How much one caller may do: `perMinute` on average, and as much at once. */
export interface Quota {
  readonly name: string;
  readonly perMinute: number;
}

/** What a caller has left of one quota. */
export interface QuotaState {
  readonly quota: Quota;
  readonly allowed: boolean;
  /** Whole requests left. */
  readonly remaining: number;
  /** Whole seconds until the quota is whole again. */
  readonly resetSeconds: number;
  /** Milliseconds until one more request is allowed; 0 while one is. */
  readonly retryAfterMs: number;
}

/** A quota counted per caller in this process's memory. */
export interface Limiter {
  /** Spend one, if there is one. */
  take(caller: string): QuotaState;
  /** Whether there is one to spend. */
  look(caller: string): QuotaState;
  /** Spend one that was looked at before; of many who looked at once some may owe it, and wait the longer. */
  spend(caller: string): QuotaState;
}

/** Requests of one key: a client that polls ten sessions a second stays below it. */
export const requestQuota: Quota = { name: "requests", perMinute: 600 };

/** Runs started by one key: each costs model calls. */
export const runStartQuota: Quota = { name: "run-starts", perMinute: 60 };

/** Event streams one account may hold open, and all accounts of a process together: each holds a waiter and a socket. */
export const streamsPerUser = 20;
export const streamsPerProcess = 2_000;

/** Callers are forgotten beyond this many, the longest quiet first; a forgotten caller starts with a whole quota. */
const rememberedCallers = 10_000;

/** A token bucket per caller: it holds a minute's worth and fills evenly. `now` is in milliseconds. */
export function createLimiter(quota: Quota, now: () => number = Date.now): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = quota.perMinute / 60_000;
  return {
    take: (caller) => count(caller, (tokens) => (tokens >= 1 ? 1 : 0)),
    look: (caller) => count(caller, () => 0),
    spend: (caller) => count(caller, () => 1),
  };

  function count(caller: string, cost: (tokens: number) => number): QuotaState {
    const at = now();
    const before = buckets.get(caller);
    const tokens =
      before === undefined
        ? quota.perMinute
        : Math.min(quota.perMinute, before.tokens + Math.max(0, at - before.at) * perMs);
    const left = tokens - cost(tokens);
    buckets.delete(caller);
    buckets.set(caller, { tokens: left, at });
    if (buckets.size > rememberedCallers) forgetOldest();
    return {
      quota,
      allowed: tokens >= 1,
      remaining: Math.max(0, Math.floor(left)),
      resetSeconds: Math.ceil((quota.perMinute - left) / perMs / 1000),
      retryAfterMs: left >= 1 ? 0 : Math.ceil((1 - left) / perMs),
    };
  }

  // The map keeps the order of use, so its first entry has been quiet the longest.
  function forgetOldest(): void {
    for (const caller of buckets.keys()) {
      buckets.delete(caller);
      return;
    }
  }
}

/** Slots for streams, given out and taken back. */
export interface StreamSlots {
  /** Take a slot; undefined when the account or the process has none left. Dispose to give it back. */
  take(userId: string): Disposable | undefined;
  readonly open: number;
}

/** Count open streams per account and in all. */
export function createStreamSlots(perUser = streamsPerUser, perProcess = streamsPerProcess): StreamSlots {
  const perAccount = new Map<string, number>();
  let open = 0;
  return {
    get open() {
      return open;
    },
    take(userId) {
      const mine = perAccount.get(userId) ?? 0;
      if (mine >= perUser || open >= perProcess) return undefined;
      perAccount.set(userId, mine + 1);
      open += 1;
      let given = true;
      return {
        [Symbol.dispose]() {
          if (!given) return;
          given = false;
          open -= 1;
          const left = (perAccount.get(userId) ?? 1) - 1;
          if (left === 0) perAccount.delete(userId);
          else perAccount.set(userId, left);
        },
      };
    },
  };
}

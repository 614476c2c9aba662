import { AppError } from "../../base/errors.ts";
import { createLimiter, requestQuota, runStartQuota, type QuotaState } from "../../base/limits.ts";
import type { RestParts } from "./parts.ts";

/**
 * Spends one request of a caller, and looks whether it may start a run. The answer is to be called when it has: what is
 * refused, as by a busy session, starts none. Both say on the answer what is left.
 */
export type SpendQuota = (caller: string, startsRun: boolean, headers: Headers) => () => void;

/**
 * Count requests and starts of runs per caller.
 *
 * @throws {AppError} from the function it answers: `rate_limited` with the time to wait.
 */
export function createQuota(parts: Pick<RestParts, "rateLimit" | "now">): SpendQuota {
  if (!parts.rateLimit) return () => () => {};
  const requests = createLimiter(requestQuota, parts.now);
  const runStarts = createLimiter(runStartQuota, parts.now);
  return (caller, startsRun, headers) => {
    const request = requests.take(caller);
    const states = startsRun && request.allowed ? [request, runStarts.look(caller)] : [request];
    tell(headers, states);
    const exceeded = states.find((state) => !state.allowed);
    if (exceeded !== undefined) throw rateLimited(exceeded);
    return () => {
      if (startsRun) tell(headers, [request, runStarts.spend(caller)]);
    };
  };
}

// draft-ietf-httpapi-ratelimit-headers: q quota, w window in seconds, r remaining, t seconds until the quota is whole.
function tell(headers: Headers, states: readonly QuotaState[]): void {
  headers.set("ratelimit-policy", states.map(({ quota }) => `"${quota.name}";q=${quota.perMinute};w=60`).join(", "));
  headers.set(
    "ratelimit",
    states.map((state) => `"${state.quota.name}";r=${state.remaining};t=${state.resetSeconds}`).join(", "),
  );
}

function rateLimited({ quota, retryAfterMs }: QuotaState): AppError {
  const what = quota === runStartQuota ? "starts of runs" : "requests";
  return new AppError(
    "rate_limited",
    `This key has used its ${quota.perMinute} ${what} a minute. Wait ${Math.ceil(retryAfterMs / 1000)} s.`,
    { retryAfterMs },
  );
}

const seconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
const jitterMs = 30_000;

/**
 * How long to wait before a retry, in milliseconds: 15 s, 30 s, 1 m … 2 h plus up to 30 s, the delays of an Inngest server.
 *
 * @param attempt The attempt that failed, from 0.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const base = seconds[Math.min(attempt, seconds.length - 1)] ?? 7200;
  return base * 1000 + Math.floor(random() * jitterMs);
}

/**
 * The delay of a `retry-after` header, in milliseconds from `nowMs`; undefined when the header says nothing usable.
 *
 * @param header Seconds, or a date in any form `Date` reads.
 */
export function retryAfterMs(header: string | null, nowMs: number = Date.now()): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

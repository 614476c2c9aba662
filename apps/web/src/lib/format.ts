const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const whole = new Intl.NumberFormat(undefined);

export const formatNumber = (value: number): string => whole.format(value);
export const formatInstant = (at: string): string => full.format(new Date(at));

/** "2 minutes ago" for the recent past, then the clock, then the day. */
export function formatAgo(at: string, now: number = Date.now()): string {
  const then = new Date(at);
  const seconds = Math.round((now - then.getTime()) / 1000);
  if (seconds < 45) return "just now";
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
  const today = new Date(now);
  if (then.toDateString() === today.toDateString()) return `today ${clock.format(then)}`;
  return then.getFullYear() === today.getFullYear() ? day.format(then) : dayOfYear.format(then);
}

/** "1 lead", "2 leads". */
export function count(n: number, one: string, many: string = `${one}s`): string {
  return `${whole.format(n)} ${n === 1 ? one : many}`;
}

/** US dollars with as many digits as the sum needs; null is an unknown price. */
export function formatCost(usd: number | null): string {
  if (usd === null) return "cost unknown";
  if (usd === 0) return "$0";
  return usd < 0.01 ? `$${usd.toFixed(4)}` : `$${usd.toFixed(2)}`;
}

/** A node's wait in words: "3 days", "4 hours", "90 minutes", "no wait". */
export function formatDelay(delay: {
  readonly delayDays: number;
  readonly delayHours: number;
  readonly delayMinutes: number;
}): string {
  const parts = [
    delay.delayDays > 0 ? count(delay.delayDays, "day") : "",
    delay.delayHours > 0 ? count(delay.delayHours, "hour") : "",
    delay.delayMinutes > 0 ? count(delay.delayMinutes, "minute") : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "no wait" : parts.join(" ");
}

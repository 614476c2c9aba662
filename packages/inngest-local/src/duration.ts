const unitMs: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/**
 * A wait as the SDK writes it, in milliseconds from `nowMs`: `1w2d3h4m5s`, or an ISO date; a date in the past is 0.
 *
 * The SDK writes an empty string for a wait of nothing.
 *
 * @throws {Error} when the text is neither.
 */
export function durationMs(text: string, nowMs: number = Date.now()): number {
  if (text === "") return 0;
  if (/^(\d+[wdhms])+$/.test(text)) {
    return [...text.matchAll(/(\d+)([wdhms])/g)].reduce(
      (sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ""] ?? 0),
      0,
    );
  }
  const date = Date.parse(text);
  if (Number.isNaN(date)) throw new Error(`"${text}" is neither a duration nor a date`);
  return Math.max(0, date - nowMs);
}

/** A parsed cron expression: which minutes, hours, days, months and weekdays fire, in which time zone. */
export interface Cron {
  readonly timeZone: string;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Both day fields are restricted: then either of them is enough, as in every cron. */
  readonly eitherDay: boolean;
}

const shorthands: Record<string, string> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};
const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const dayMs = 86_400_000;
/** Leap days on a given weekday recur within 28 years, except across 2100. */
const horizonDays = 366 * 40;

/**
 * Parse five cron fields, optionally after `TZ=<zone> `, or one of the `@daily` shorthands.
 *
 * @throws {Error} when it is anything else, or can never fire.
 */
export function parseCron(text: string): Cron {
  const [, timeZone = "UTC", rest = ""] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/s.exec(text.trim()) ?? [];
  new Intl.DateTimeFormat("en", { timeZone });
  const fields = (shorthands[rest] ?? rest).split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (
    fields.length !== 5 ||
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined
  ) {
    throw new Error(`"${text}" is not a cron expression of five fields`);
  }
  const cron = {
    timeZone,
    minutes: parseField(minute, 0, 59),
    hours: parseField(hour, 0, 23),
    days: parseField(day, 1, 31),
    months: parseField(month, 1, 12, monthNames),
    weekdays: new Set([...parseField(weekday, 0, 7, weekdayNames)].map((number) => number % 7)),
    eitherDay: !day.startsWith("*") && !weekday.startsWith("*"),
  };
  nextTick(cron, new Date(0));
  return cron;
}

/**
 * The first instant after `after` at which the cron fires; wall times that a change of the clock skips do not fire.
 *
 * @throws {Error} when there is none within forty years.
 */
export function nextTick(cron: Cron, after: Date): Date {
  const wallNow = after.getTime() + offsetMs(cron.timeZone, after.getTime());
  const today = Math.floor(wallNow / dayMs) * dayMs;
  for (let day = today - dayMs; day < today + horizonDays * dayMs; day += dayMs) {
    if (!firesOn(cron, new Date(day))) continue;
    for (const hour of [...cron.hours].toSorted((a, b) => a - b)) {
      for (const minute of [...cron.minutes].toSorted((a, b) => a - b)) {
        const instant = instantOf(day + hour * 3_600_000 + minute * 60_000, cron.timeZone);
        if (instant !== undefined && instant > after.getTime()) return new Date(instant);
      }
    }
  }
  throw new Error("the cron expression never fires");
}

function firesOn(cron: Cron, day: Date): boolean {
  const byDay = cron.days.has(day.getUTCDate());
  const byWeekday = cron.weekdays.has(day.getUTCDay());
  return cron.months.has(day.getUTCMonth() + 1) && (cron.eitherDay ? byDay || byWeekday : byDay && byWeekday);
}

function instantOf(wall: number, timeZone: string): number | undefined {
  const candidates = [wall - offsetMs(timeZone, wall - dayMs), wall - offsetMs(timeZone, wall + dayMs)];
  return candidates.find((instant) => instant + offsetMs(timeZone, instant) === wall);
}

function offsetMs(timeZone: string, instant: number): number {
  if (timeZone === "UTC") return 0;
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return wall - Math.floor(instant / 1000) * 1000;
}

function parseField(text: string, low: number, high: number, names: readonly string[] = []): Set<number> {
  const number = (word: string): number => {
    const named = names.indexOf(word.toLowerCase());
    const value = named >= 0 ? named + (low === 1 ? 1 : 0) : Number(word);
    if (word === "" || !Number.isInteger(value) || value < low || value > high)
      throw new Error(`"${word}" is not between ${low} and ${high} in a cron expression`);
    return value;
  };
  const numbers = new Set<number>();
  for (const part of text.split(",")) {
    const [range = "", step] = part.split("/");
    const every = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(every) || every < 1) throw new Error(`"${part}" is not a step of a cron expression`);
    const [from = "", to] = range === "*" ? [String(low), String(high)] : range.split("-");
    const last = to !== undefined ? number(to) : step === undefined ? number(from) : high;
    for (let value = number(from); value <= last; value += every) numbers.add(value);
  }
  return numbers;
}

/**
 * How an instant is written: a day, a day as short as a list has it, a day with the time, the time to the second, the time to the millisecond as
 * logs have it, or how long ago or ahead.
 */
export type InstantStyle = 'day' | 'short-day' | 'day-time' | 'clock' | 'log' | 'relative';

const STYLES: Readonly<Record<Exclude<InstantStyle, 'relative'>, Intl.DateTimeFormatOptions>> = {
  day: { dateStyle: 'long' },
  'short-day': { dateStyle: 'medium' },
  'day-time': { dateStyle: 'medium', timeStyle: 'short' },
  clock: { timeStyle: 'medium' },
  log: {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23', // beside a provider's logs, in which nobody writes PM
  },
};

const UNITS = [
  { unit: 'year', ms: 365 * 86_400_000 },
  { unit: 'month', ms: 30 * 86_400_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

const MINUTE_MS = 60_000;
const SLACK_MS = 59_000;

/** Writes an instant in the person's language and time zone. Epoch milliseconds. */
export function formatInstant(
  atMs: number,
  style: Exclude<InstantStyle, 'relative'>,
  locale: string,
): string {
  return new Intl.DateTimeFormat(locale, STYLES[style]).format(atMs);
}

/** Writes how long ago or ahead an instant is, in its largest whole unit; within a minute it is now. */
export function formatDistance(atMs: number, nowMs: number, locale: string): string {
  const distanceMs = atMs - nowMs;
  // What was just granted for a day ends in a day, though some seconds of it are over.
  const wholeMs = Math.abs(distanceMs) + SLACK_MS;
  const largest = Math.abs(distanceMs) < MINUTE_MS ? undefined : UNITS.find(({ ms }) => wholeMs >= ms);
  const relative = new Intl.RelativeTimeFormat(locale, {
    numeric: largest?.unit === 'day' ? 'auto' : 'always',
  });
  if (largest === undefined)
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  return relative.format(Math.sign(distanceMs) * Math.trunc(wholeMs / largest.ms), largest.unit);
}

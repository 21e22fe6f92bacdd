const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0);

/**
 * How long ago `date` was, in the language `lang`: in minutes, hours or days for a week, then as a date, with the year when
 * it is not the current one.
 */
export function relativeTime(date: Date, now: Date, lang: string): string {
  const age = now.getTime() - date.getTime();
  const ago = (count: number, unit: Intl.RelativeTimeFormatUnit) =>
    new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'short' }).format(-Math.floor(count), unit);
  // A server's clock may be a little ahead: a new comment was written "now", never "in 3 seconds".
  if (age < 45_000) return ago(0, 'second');
  if (age < HOUR) return ago(Math.max(1, age / MINUTE), 'minute');
  const days = Math.round((midnight(now) - midnight(date)) / DAY);
  if (age < DAY / 2 || !days) return ago(age / HOUR, 'hour');
  if (age < 7 * DAY) return ago(days, 'day');
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year }).format(date);
}

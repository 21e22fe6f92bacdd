const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
];
const WEEK = 7 * 86_400_000;

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

/**
 * How long ago `date` was, in the words of `lang`: to the minute, hour or day for a week, then as a date, with the year
 * when it is not this one.
 */
export function relativeTime(date: Date, now: Date, lang: string): string {
  const age = now.getTime() - date.getTime();
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'short' });
  // A server's clock may be a little ahead: what has just been written is "now", never "in 3 seconds".
  if (age < 45_000) return format.format(0, 'second');
  if (age >= WEEK) {
    const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
    return new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year }).format(date);
  }
  if (age >= 12 * 3_600_000 && !sameDay(date, now)) {
    const midnight = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
    return format.format(-Math.round((midnight(now) - midnight(date)) / 86_400_000), 'day');
  }
  const [unit, size] = UNITS.findLast(([, ms]) => age >= ms && ms < 86_400_000) ?? UNITS[0]!;
  return format.format(-Math.max(1, Math.floor(age / size)), unit);
}

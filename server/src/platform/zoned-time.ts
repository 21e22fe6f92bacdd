import { memo } from './memo.ts';
import { Refusal } from './refusal.ts';

/** A calendar day, `2026-12-07`. Days are compared as texts. */
export type LocalDate = string;

/**
 * What calendar and clock of a place show, as milliseconds: those of the same date and time in UTC. It may show a moment twice
 * or never, where the clock is put back or forward.
 */
export type WallTime = number;

export const DAY = 24 * 60 * 60 * 1000;

/** Zones are written in any case: no more of them are kept than there are. */
const formatOf = memo(
  (zone: string) => {
    try {
      // An offset such as +02:00 does not say when clocks change; without a zone, `Intl` takes that of this machine.
      if (!/^[a-z]/i.test(zone || '')) throw new RangeError('no name');
      return new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      });
    } catch {
      const given = JSON.stringify(String(zone).slice(0, 40));
      throw new Refusal('INVALID', `${given} is not a time zone. Write one such as Europe/Paris.`, ['zone']);
    }
  },
  600,
  64,
);

/**
 * Checks that a zone has a name of the IANA database, as all functions here do that take one.
 *
 * @throws {Refusal} INVALID
 */
export function assertZone(zone: string): void {
  formatOf(zone);
}

/** What the clock of a zone shows at a moment. */
export function wallTimeAt(at: number, zone: string): WallTime {
  const [month, day, year, hour, minute, second] = formatOf(zone).format(at).match(/\d+/g)!.map(Number) as number[];
  const inSecond = ((at % 1000) + 1000) % 1000;
  return Date.UTC(year!, month! - 1, day, hour, minute, second) + inSecond;
}

/** The day that the calendar of a zone shows at a moment. */
export function dateAt(at: number, zone: string): LocalDate {
  return dateOf(wallTimeAt(at, zone));
}

export function dateOf(wall: WallTime): LocalDate {
  return new Date(wall).toISOString().slice(0, 10);
}

/** The first moment of a day. @param date - One that exists in the calendar. */
export function startOf(date: LocalDate): WallTime {
  return Date.parse(`${date}T00:00:00Z`);
}

/** Whether this is a day of the calendar, `2026-12-07`. */
export function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOf(text) : NaN;
  return !Number.isNaN(time) && dateOf(time) === text;
}

/** The first moment at which a clock shows a time or, where it never does, the first moment after those that it skips. */
export function momentOf(wall: WallTime, zone: string): number {
  const [from, to] = [wall - DAY, wall + DAY];
  const shown = [from, to]
    .map((at) => wall - (wallTimeAt(at, zone) - at))
    .filter((at) => wallTimeAt(at, zone) === wall);
  return shown.length > 0 ? Math.min(...shown) : changeBetween(from, to, zone)!;
}

/**
 * The moment after `from` and not after `to` at which the clock of a zone is put forward or back; null if it is not. Both are
 * so close that there is one at most: two days.
 */
export function changeBetween(from: number, to: number, zone: string): number | null {
  const offsetAt = (at: number) => wallTimeAt(at, zone) - at;
  const before = offsetAt(from);
  if (offsetAt(to) === before) return null;
  let [last, first] = [from, to];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (offsetAt(middle) === before) last = middle;
    else first = middle;
  }
  return first;
}

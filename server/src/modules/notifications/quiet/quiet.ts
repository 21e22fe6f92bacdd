import {
  changeBetween,
  DAY,
  dateOf,
  momentOf,
  startOf,
  wallTimeAt,
  type WallTime,
} from '../../../platform/zoned-time.ts';
import { type QuietRules, timeOfDay } from './quiet-rules.ts';

/** Whoever has no open hours for so long has none. */
const farthest = 800 * DAY;

/**
 * Whether a person wants quiet at a moment: outside of their hours, on days off, and while they are away. What counts is what the
 * clock of their zone shows: an hour that it shows twice is quiet twice, or open twice.
 *
 * @param at - In milliseconds since 1970.
 * @throws {Refusal} INVALID for rules of which `assertRules` says so.
 */
export function isQuiet(at: number, rules: QuietRules): boolean {
  return !isOpen(wallTimeAt(at, rules.zone), rules);
}

/**
 * The first moment from `at` on that is not quiet: `at` itself, or the minute in which their hours begin.
 *
 * @returns Null if there is none within two years of the end of their absence.
 */
export function nextOpen(at: number, rules: QuietRules): number | null {
  const { zone, hours, holidayUntil } = rules;
  if (hours.every((day) => day === null)) return null;
  // A day at a time, but not all the days of an absence.
  const back = holidayUntil === null ? at : Math.max(at, momentOf(startOf(holidayUntil) + DAY, zone));
  for (let time = back; time <= back + farthest;) {
    const wall = wallTimeAt(time, zone);
    if (isOpen(wall, rules)) return time;
    const next = time + (nextBoundary(wall, rules) - wall);
    // Until then the clock runs on, or it is changed before: the hours may begin with that.
    time = changeBetween(time, next, zone) ?? next;
  }
  return null;
}

function isOpen(wall: WallTime, rules: QuietRules): boolean {
  const [today, yesterday] = [hoursOf(wall, rules), hoursOf(wall - DAY, rules)];
  return (today !== null && wall >= today.from && wall < today.to) || (yesterday !== null && wall < yesterday.to);
}

/** The next time at which hours may begin: those of the same day, or the next midnight. */
function nextBoundary(wall: WallTime, rules: QuietRules): WallTime {
  const today = hoursOf(wall, rules);
  return today !== null && wall < today.from ? today.from : startOf(dateOf(wall)) + DAY;
}

/** The hours that begin on a day; null on a day off. */
function hoursOf(wall: WallTime, { hours, holidays, holidayUntil }: QuietRules) {
  const date = dateOf(wall);
  if (holidays.has(date) || (holidayUntil !== null && date <= holidayUntil)) return null;
  const start = startOf(date);
  const day = hours[(new Date(start).getUTCDay() + 6) % 7];
  if (!day) return null;
  const [from, to] = [start + timeOfDay(day.from), start + timeOfDay(day.to)];
  return { from, to: to > from ? to : to + DAY };
}

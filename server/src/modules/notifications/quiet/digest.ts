import { DAY, dateOf, momentOf, startOf, wallTimeAt } from '../../../platform/zoned-time.ts';

/** When a person gets their digest. */
export interface DigestRules {
  /** An IANA name, `Europe/Paris`. */
  readonly zone: string;
  /** 0 to 23, by the clock of their zone. */
  readonly hour: number;
  /** 1 is Monday, 7 is Sunday; null is every day. */
  readonly weekday: number | null;
}

/**
 * The first digest after a moment. There is one a day, or one a week: in an hour that the clock shows twice the first time, and
 * in one that it skips as soon as it goes on.
 *
 * @param at - In milliseconds since 1970.
 */
export function nextDigest(at: number, { zone, hour, weekday }: DigestRules): number {
  const today = startOf(dateOf(wallTimeAt(at, zone)));
  // Yesterday’s may be still to come, where the clock skips the end of a day.
  for (let day = today - DAY; ; day += DAY) {
    if (weekday !== null && new Date(day).getUTCDay() !== weekday % 7) continue;
    const moment = momentOf(day + hour * 60 * 60 * 1000, zone);
    if (moment > at) return moment;
  }
}

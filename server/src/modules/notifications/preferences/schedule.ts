import { Refusal } from '../../../platform/refusal.ts';
import { assertZone } from '../../../platform/zoned-time.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { DigestRules } from '../quiet/digest.ts';
import { assertRules, type OpenHours } from '../quiet/quiet-rules.ts';

export const digestFrequencies = ['DAILY', 'WEEKLY', 'NONE'] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];

/** When a person gets what does not come at once, as they chose it; null where they did not. */
export interface Schedule {
  readonly personId: RowId;
  readonly zone: string | null;
  /** From Monday to Sunday; null is a day off. */
  readonly hours: readonly (OpenHours | null)[] | null;
  /** Whose days off are theirs, if it is not their location. */
  readonly site: string | null;
  readonly keepsHolidays: boolean | null;
  readonly digest: Digest | null;
}

export interface Digest {
  readonly frequency: DigestFrequency;
  /** 0 to 23. */
  readonly hour: number;
  /** 1 is Monday; of a weekly digest. */
  readonly weekday: number;
}

/** When mails come. */
export type QuietHours = Pick<Schedule, 'zone' | 'hours' | 'site' | 'keepsHolidays'>;

/** What the company has for who chose nothing. */
export interface ScheduleDefaults {
  readonly zone: string;
  readonly hours: readonly (OpenHours | null)[];
}

const longestSite = 200;

/** For who chose nothing. */
export const defaultDigest: Digest = { frequency: 'DAILY', hour: 8, weekday: 1 };

/** Nothing chosen at all. */
export function emptySchedule(personId: RowId): Schedule {
  return { personId, zone: null, hours: null, site: null, keepsHolidays: null, digest: null };
}

/** @throws {Refusal} INVALID, with the field. */
export function checkedHours(given: QuietHours, defaults: ScheduleDefaults): QuietHours {
  const { zone, hours, site } = given;
  if (site !== null && site.length > longestSite)
    throw new Refusal('TOO_LONG', `${longestSite} characters at most.`, ['site']);
  const rules = { zone: zone ?? defaults.zone, hours: hours ?? defaults.hours };
  assertRules({ ...rules, holidays: new Set(), holidayUntil: null });
  return { ...given, site: site?.trim() || null };
}

/** @throws {Refusal} INVALID, with the field. */
export function checkedDigest(digest: Digest, zone: string | null): Digest {
  if (zone !== null) assertZone(zone);
  const { hour, weekday } = digest;
  if (hour < 0 || hour > 23) throw new Refusal('INVALID', 'An hour is from 0 to 23.', ['hour']);
  if (weekday < 1 || weekday > 7) throw new Refusal('INVALID', 'Monday is 1, Sunday 7.', ['weekday']);
  return digest;
}

/** When the next digest comes; null for who wants none. */
export function digestRules({ zone, digest }: Schedule, defaults: ScheduleDefaults): DigestRules | null {
  const { frequency, hour, weekday } = digest ?? defaultDigest;
  if (frequency === 'NONE') return null;
  return { zone: zone ?? defaults.zone, hour, weekday: frequency === 'WEEKLY' ? weekday : null };
}

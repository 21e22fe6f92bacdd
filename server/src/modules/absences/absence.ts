import { Refusal } from '../../platform/refusal.ts';
import { assertZone, dateAt, DAY, isDate, type LocalDate } from '../../platform/zoned-time.ts';
import type { RowId } from '../../platform/ids.ts';
import { visibleLine } from '../people/index.ts';

/** The days on which a person is away. */
export interface Absence {
  readonly personId: RowId;
  readonly from: LocalDate;
  /** The last day on which they are away. */
  readonly until: LocalDate;
  /** The time zone of these days. */
  readonly zone: string;
  readonly substituteId: RowId | null;
  /** Plain text, in one line. */
  readonly note: string | null;
}

/** What people say of their absence. */
export type AbsenceDraft = Omit<Absence, 'personId'>;

/** An absence as others see it. */
export interface ShownAbsence extends Absence {
  /** Otherwise it is still to come. */
  readonly isNow: boolean;
}

const longestNote = 200;
const longestYears = 2;

/** So long before they are away it is said. */
const soon = 7 * DAY;

/**
 * An absence that can be kept.
 *
 * @throws {Refusal} INVALID or TOO_LONG, with the field.
 */
export function checkedAbsence(draft: AbsenceDraft, now: number): AbsenceDraft {
  const { from, until, zone } = draft;
  assertZone(zone);
  for (const [field, date] of Object.entries({ from, until }))
    if (!isDate(date)) throw new Refusal('INVALID', 'Write a day of the calendar as 2026-12-31.', [field]);
  if (until < from) throw new Refusal('INVALID', 'The last day is not before the first one.', ['until']);
  if (until > yearsAfter(from)) throw new Refusal('INVALID', `${longestYears} years at most.`, ['until']);
  if (until < dateAt(now, zone)) throw new Refusal('INVALID', 'The last day has passed.', ['until']);
  const note = visibleLine(draft.note ?? '');
  if (note.length > longestNote) throw new Refusal('TOO_LONG', `${longestNote} characters at most.`, ['note']);
  return { ...draft, note: note || null };
}

/**
 * What is seen of an absence at a moment; null once it has ended, and before it is near.
 *
 * @param isOwn - Whether who looks is the person themselves: they see it from the start.
 */
export function shownAbsence(absence: Absence, now: number, isOwn: boolean): ShownAbsence | null {
  const { from, until, zone } = absence;
  const today = dateAt(now, zone);
  if (until < today || (from > dateAt(now + soon, zone) && !isOwn)) return null;
  return { ...absence, isNow: from <= today };
}

function yearsAfter(date: LocalDate): LocalDate {
  return `${Number(date.slice(0, 4)) + longestYears}${date.slice(4)}`;
}

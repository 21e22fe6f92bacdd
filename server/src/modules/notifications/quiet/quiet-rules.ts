import { Refusal } from '../../../platform/refusal.ts';
import { assertZone, isDate, type LocalDate } from '../../../platform/zoned-time.ts';

/** When a person takes notifications on one day of the week, by the clock of their zone. */
export interface OpenHours {
  /** From this minute on, `08:30`. */
  readonly from: string;
  /** Before this minute, `18:00`; `24:00` is the end of the day. If it is not after `from`, it is one of the next day. */
  readonly to: string;
}

/** When a person takes notifications. At all other times they want quiet. */
export interface QuietRules {
  /** An IANA name, `Europe/Paris`. */
  readonly zone: string;
  /** From Monday to Sunday; null is a day off. */
  readonly hours: readonly (OpenHours | null)[];
  /** Days off. Hours over midnight belong to the day on which they begin. */
  readonly holidays: ReadonlySet<LocalDate>;
  /** The last day on which the person is away, from now on; null if they are not. An absence that has begun is one. */
  readonly holidayUntil: LocalDate | null;
}

/** @throws {Refusal} INVALID, with the field and what is wrong with it. */
export function assertRules({ zone, hours, holidays, holidayUntil }: QuietRules): void {
  assertZone(zone);
  if (hours.length !== 7) throw new Refusal('INVALID', 'A week has seven days.', ['hours']);
  for (const day of hours)
    if (day && (!isTime(day.from) || day.from === '24:00' || !isTime(day.to)))
      throw new Refusal('INVALID', `${day.from}–${day.to} are no hours. Write them as 08:30 and 18:00.`, ['hours']);
  const wrong = [...holidays, ...(holidayUntil === null ? [] : [holidayUntil])].find((date) => !isDate(date));
  if (wrong !== undefined) throw new Refusal('INVALID', `${wrong} is not a day. Write it as 2026-12-31.`, ['holidays']);
}

const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);

/** Milliseconds from the start of a day. */
export function timeOfDay(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000;
}

import type { Person } from '../person/person.js';
import type { Absence } from '../absence/absence.js';

/** What the form contains. Days are those of date fields, `2026-12-07`. */
export interface AbsenceDraft {
  from: string;
  until: string;
  substitute: Person | null;
  note: string;
}

/** What is wrong with the days, of which the server would not take all. */
export type AbsenceProblem = 'from' | 'until' | 'order' | 'past' | 'long';

const longestYears = 2;

export function draftOf(absence: Absence | null, today: string): AbsenceDraft {
  const { from = today, until = '', substitute = null, note = '' } = absence ?? {};
  return { from, until, substitute, note: note ?? '' };
}

export function problemOf({ from, until }: AbsenceDraft, today: string): AbsenceProblem | undefined {
  if (!from) return 'from';
  if (!until) return 'until';
  if (until < from) return 'order';
  if (until < today) return 'past';
  return until > latestFor(from) ? 'long' : undefined;
}

/** The latest last day for a first day. */
export function latestFor(from: string): string {
  return `${Number(from.slice(0, 4)) + longestYears}${from.slice(4)}`;
}

/** The day of the reader’s calendar. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The reader’s time zone: some browsers hide it, or know an offset. */
export function zone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return /^[a-z]/i.test(timeZone || '') ? timeZone : 'UTC';
}

import { mutate, type ParvisClient } from '@parvis/core';
import { CLEAR_ABSENCE, SET_ABSENCE } from '@parvis/core/absence-form/absence-operations.js';
import { personId } from '../groups/group-writing.ts';

/** A day of the calendar, so many days from now. */
export const dayIn = (days: number): string =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** How a day is written in a sentence. */
export const written = (day: string, lang: string): string => {
  const isThisYear = day.startsWith(String(new Date().getFullYear()));
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(lang, { ...format, ...(!isThisYear && { year: 'numeric' }) }).format(Date.parse(day));
};

/** Lets somebody be away from now on. */
export async function beAway(
  client: ParvisClient,
  {
    days = 7,
    from = dayIn(0),
    substitute,
    note = null,
  }: { days?: number; from?: string; substitute?: string; note?: string | null } = {},
): Promise<void> {
  const substituteId = substitute ? await personId(client, substitute) : null;
  await mutate(client, SET_ABSENCE, { from, until: dayIn(days), zone: 'UTC', substituteId, note });
}

export const beBack = (client: ParvisClient) => mutate(client, CLEAR_ABSENCE, {});

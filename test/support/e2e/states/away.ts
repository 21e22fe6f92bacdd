import type { Stage } from '../stage.ts';

/** A day of the calendar, so many days from now. */
export const dayIn = (days: number): string =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Lets somebody be away for a week from now, and somebody stand in. */
export async function beAway(stage: Stage, handle: string, substitute: string, note: string): Promise<void> {
  const { person } = await stage.paul.query('query ($handle: String!) { person(handle: $handle) { id } }', {
    handle: substitute,
  });
  const input = { from: dayIn(0), until: dayIn(7), zone: 'UTC', substituteId: person.id, note };
  await stage.paul.as(handle).mutate('setAbsence', input, 'person { id }');
}

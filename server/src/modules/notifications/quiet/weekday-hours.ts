import type { OpenHours } from './quiet-rules.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const part = /^([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))? ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/**
 * The hours of a week as they stand in the settings: `Mon-Fri 08:00-19:00,Sat 09:00-12:00`. Days that are not named are off.
 *
 * @throws {Error} that says what is wrong.
 */
export function parseWeek(text: string): (OpenHours | null)[] {
  const week: (OpenHours | null)[] = weekdays.map(() => null);
  for (const given of text.split(',').map((each) => each.trim())) {
    const [, first = '', last = first, from, to] = part.exec(given) ?? [];
    const [begin, end] = [weekdays.indexOf(first), weekdays.indexOf(last)];
    if (begin < 0 || end < begin) throw new Error(`${JSON.stringify(given)} names no days and hours.`);
    for (let day = begin; day <= end; day++) week[day] = { from: from!, to: to! };
  }
  return week;
}

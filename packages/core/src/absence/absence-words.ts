import { byLanguage } from '../localisation/language.js';
import type { Absence } from './absence.js';

/** Not in catalogues: only pages on which somebody is away load them. */
const words = byLanguage({
  en: {
    until: (day: string) => `Away until ${day}`,
    days: (days: string) => `Away ${days}`,
    isAway: (name: string, day: string) => `${name} is away until ${day}.`,
    standsIn: ' stands in.',
  },
  fr: {
    until: (day) => `Absence jusqu’au ${day}`,
    days: (days) => `Absence : ${days}`,
    isAway: (name, day) => `${name} n’est pas là jusqu’au ${day}.`,
    standsIn: ' prend le relais.',
  },
});

/** The days of an absence as others see them: “Away until Monday 7 December”. */
export function absenceDays({ from, until, isNow }: Pick<Absence, 'from' | 'until' | 'isNow'>, lang: string): string {
  const days = formatOf([from, until], lang);
  return isNow
    ? words(lang).until(days.format(dayOf(until)))
    : words(lang).days(days.formatRange(dayOf(from), dayOf(until)));
}

/** What one must know who writes to somebody. Names stand between bidirectional isolates. */
export function awaySentence(name: string, { until, substitute }: Pick<Absence, 'until' | 'substitute'>, lang: string) {
  const isAway = words(lang).isAway(isolated(name), formatOf([until], lang).format(dayOf(until)));
  return substitute ? `${isAway} ${isolated(substitute.name)}${standsIn(lang)}` : isAway;
}

/** What follows the name of who stands in, with the space: the build removes those of templates. */
export function standsIn(lang: string): string {
  return words(lang).standsIn;
}

/** Weekday, day and month; the year where it is another one. */
function formatOf(days: readonly string[], lang: string): Intl.DateTimeFormat {
  const isThisYear = days.every((day) => day.startsWith(`${new Date().getFullYear()}-`));
  // Pages that say nothing more of their English are read in Europe: the day comes first.
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone: 'UTC',
  });
}

const dayOf = (date: string) => Date.parse(date);

const isolated = (name: string) => `\u2068${name}\u2069`;

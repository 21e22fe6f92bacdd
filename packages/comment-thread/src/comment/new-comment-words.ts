import { byLanguage, languageOf } from '@parvis/core/localisation/language.js';

/** How many are named. */
const NAMED = 3;

const words = byLanguage<{ new: string; sentence: (count: number, people: number, who: string) => string }>({
  en: {
    new: 'New',
    sentence: (count, people, who) =>
      `${count === 1 ? '1 new comment' : `${count} new comments`} by ${people > NAMED ? `${people} people` : who}.`,
  },
  fr: {
    new: 'Nouveau',
    sentence(count, people, who) {
      const what = count < 2 ? `${count} nouveau commentaire` : `${count} nouveaux commentaires`;
      // No "de" before a name: it is "d’" before some.
      return people > NAMED ? `${what} de ${people} personnes.` : `${what} : ${who}.`;
    },
  },
});

export const newWord = (lang: string): string => words(lang).new;

/** What screen readers are told of new comments, by the names of their authors. */
export function sentence(names: readonly string[], lang: string): string {
  const people = [...new Set(names)];
  const who = new Intl.ListFormat(languageOf(lang)).format(people);
  return words(lang).sentence(names.length, people.length, who);
}

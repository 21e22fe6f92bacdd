/** How many are named. */
const NAMED = 3;

const isFrench = (lang: string) => /^fr\b/i.test(lang);

export const newWord = (lang: string): string => (isFrench(lang) ? 'Nouveau' : 'New');

/** What screen readers are told of new comments, by the names of their authors. */
export function sentence(names: readonly string[], lang: string): string {
  const people = [...new Set(names)];
  const { length: count } = names;
  const isMany = people.length > NAMED;
  const who = new Intl.ListFormat(isFrench(lang) ? 'fr' : 'en').format(people);
  if (isFrench(lang)) {
    const what = count < 2 ? `${count} nouveau commentaire` : `${count} nouveaux commentaires`;
    // No "de" before a name: it is "d’" before some.
    return isMany ? `${what} de ${people.length} personnes.` : `${what} : ${who}.`;
  }
  const what = count === 1 ? '1 new comment' : `${count} new comments`;
  return `${what} by ${isMany ? `${people.length} people` : who}.`;
}

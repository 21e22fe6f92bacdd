/** The languages that Parvis speaks. */
export type Language = 'en' | 'fr';

/**
 * The language in which to show the texts of a page in `lang`: for texts in late code, which have no catalogue. It is loaded
 * with the stream of events, after the first paint.
 */
export const languageOf = (lang: string): Language => (/^fr\b/i.test(lang) ? 'fr' : 'en');

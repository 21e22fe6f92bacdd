/** The languages that Parvis speaks. */
export type Language = 'en' | 'fr';

/** The language in which to show texts on a page in `lang`. */
export const languageOf = (lang: string): Language => (/^fr\b/i.test(lang) ? 'fr' : 'en');

/** Texts of late code, which have no catalogue: those for a page in `lang`. Loaded with the stream of events, after the first paint. */
export const byLanguage =
  <Texts>(texts: Record<Language, Texts>) =>
  (lang: string): Texts =>
    texts[languageOf(lang)];

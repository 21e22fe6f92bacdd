import { byLanguage } from '../localisation/language.js';

/** What to do after too many actions. @param seconds - How long to wait; undefined where the server has not said it. */
export const tooOftenWords = byLanguage<(seconds?: number) => string>({
  en: (seconds) =>
    `Too many actions at once. ${seconds ? `Try again in ${inSeconds('en', seconds)}.` : 'Wait a moment, then try again.'}`,
  fr: (seconds) =>
    `Trop d’actions à la fois. ${seconds ? `Réessayez dans ${inSeconds('fr', seconds)}.` : 'Patientez un instant, puis réessayez.'}`,
});

function inSeconds(lang: string, seconds: number): string {
  return new Intl.NumberFormat(lang, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(seconds);
}

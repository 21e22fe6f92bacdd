import { type Language, languageOf } from '../localisation/language.js';
import { announce } from './announce.js';

const closed: Record<Language, string> = {
  en: 'This discussion has just been closed. Your text stays here, but it can no longer be sent.',
  fr: 'Cette discussion vient d’être close. Votre texte reste ici, mais il ne peut plus être envoyé.',
};
const changed: Record<Language, string> = {
  en: 'This text has been changed elsewhere in the meantime. Saving it here replaces that version.',
  fr: 'Ce texte a été modifié ailleurs entre-temps. L’enregistrer ici remplacera cette autre version.',
};

/** Announces, and returns, the message for a writer whose discussion has just been closed. */
export function announceClosed(lang: string): string {
  const message = closed[languageOf(lang)];
  announce(message, lang);
  return message;
}

/** The message for a writer whose text was changed elsewhere while they edited it. */
export const changedMeanwhile = (lang: string): string => changed[languageOf(lang)];

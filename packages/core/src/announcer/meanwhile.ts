import { byLanguage } from '../localisation/language.js';
import { announce } from './announce.js';

const closed = byLanguage({
  en: 'This discussion has just been closed. Your text stays here, but it can no longer be sent.',
  fr: 'Cette discussion vient d’être close. Votre texte reste ici, mais il ne peut plus être envoyé.',
});

/** Announces, and returns, the message for a writer whose discussion has just been closed. */
export function announceClosed(lang: string): string {
  const message = closed(lang);
  announce(message, lang);
  return message;
}

/** The message for a writer whose text was changed elsewhere while they edited it. */
export const changedMeanwhile = byLanguage({
  en: 'This text has been changed elsewhere in the meantime. Saving it here replaces that version.',
  fr: 'Ce texte a été modifié ailleurs entre-temps. L’enregistrer ici remplacera cette autre version.',
});

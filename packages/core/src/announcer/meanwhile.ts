import { announce } from './announce.js';

const french = (lang: string) => /^fr\b/i.test(lang);

/** Announces, and returns, the message for a writer whose discussion has just been closed. */
export function announceClosed(lang: string): string {
  const message = french(lang)
    ? 'Cette discussion vient d’être close. Votre texte reste ici, mais il ne peut plus être envoyé.'
    : 'This discussion has just been closed. Your text stays here, but it can no longer be sent.';
  announce(message, lang);
  return message;
}

/** The message for a writer whose text was changed elsewhere while they edited it. */
export const changedMeanwhile = (lang: string): string =>
  french(lang)
    ? 'Ce texte a été modifié ailleurs entre-temps. L’enregistrer ici remplacera cette autre version.'
    : 'This text has been changed elsewhere in the meantime. Saving it here replaces that version.';

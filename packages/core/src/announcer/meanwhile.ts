import { announce } from './announce.js';

const french = (lang: string) => /^fr\b/i.test(lang);

/** Tells screen readers, and returns, what is said to somebody who writes in a discussion that has been closed. */
export function tellClosed(lang: string): string {
  const message = french(lang)
    ? 'Cette discussion vient d’être close. Votre texte reste ici, mais il ne peut plus être envoyé.'
    : 'This discussion has just been closed. Your text stays here, but it can no longer be sent.';
  announce(message, lang);
  return message;
}

/** What is said to somebody who edits what they have changed elsewhere. */
export const changedMeanwhile = (lang: string): string =>
  french(lang)
    ? 'Ce texte a été modifié ailleurs entre-temps. L’enregistrer ici remplace cette autre version.'
    : 'This text has been changed elsewhere meanwhile. To save it here replaces that version.';

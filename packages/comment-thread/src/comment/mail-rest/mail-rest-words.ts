import { byLanguage } from '@parvis/core/localisation/language.js';

export const mailRestWords = byLanguage({
  en: { show: 'Show the rest of the mail', hide: 'Hide the rest of the mail', forYou: 'You alone see this.' },
  fr: {
    show: 'Afficher la suite du mail',
    hide: 'Masquer la suite du mail',
    forYou: 'Vous êtes seul·e à voir ceci.',
  },
});

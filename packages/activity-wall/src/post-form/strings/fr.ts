import type { LinkFieldStrings } from './en.js';

export const strings: LinkFieldStrings = {
  addLink: 'Ajouter un lien',
  link: 'Lien à montrer sous le texte',
  linkInvalid: 'Ce n’est pas une adresse web. Exemple : https://example.com/page',
  removeLink: 'Retirer le lien',
};

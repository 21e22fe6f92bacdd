import type { ProfileStrings } from './en.js';

export const strings: ProfileStrings = {
  contacts: 'Contact',
  contact: {
    email: (name) => `Écrire à ${name}`,
    phone: (name) => `Appeler ${name}`,
    chat: (name) => `Discuter avec ${name}`,
  },
  chat: 'Discuter',
  expertise: 'S’y connaît en',
  manager: 'Responsable',
  departed: 'A quitté l’entreprise',
  profile: 'Voir le profil',
  gone: 'Cette personne n’est pas dans l’annuaire.',
  hidden: 'Vous ne voyez que le nom de cette personne.',
  loading: 'Chargement…',
};

import type { AbsenceStrings } from './en.js';

export const strings: AbsenceStrings = {
  title: 'Quand n’êtes-vous pas là ?',
  from: 'Premier jour',
  until: 'Dernier jour',
  substitute: 'Qui prend le relais ? (facultatif)',
  substituteHint: 'Tapez un nom, puis choisissez avec les flèches.',
  standsIn: 'Prend le relais',
  remove: 'Retirer',
  removeName: (name) => `Retirer ${name}`,
  note: 'Quelques mots pour les collègues (facultatif)',
  noteHint: 'Toutes les personnes qui vous trouvent dans l’annuaire les voient.',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  cancel: 'Annuler',
  clear: 'Je suis là',
  saved: 'Enregistré. Vos collègues voient quand vous n’êtes pas là.',
  cleared: 'Votre absence n’est plus affichée.',
  problems: {
    from: 'Choisissez le premier jour.',
    until: 'Choisissez le dernier jour.',
    order: 'Le dernier jour est avant le premier.',
    past: 'Le dernier jour est passé.',
    long: 'Une absence dure deux ans au plus.',
  },
};

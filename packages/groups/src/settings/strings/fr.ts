import type { SettingsStrings } from './en.js';

export const strings: SettingsStrings = {
  loading: 'Chargement…',
  name: 'Nom',
  handle: 'Nom court (facultatif)',
  handleHint: 'Pour les adresses, comme qualite-douai : minuscules, chiffres et tirets. À défaut, il est tiré du nom.',
  purpose: 'À quoi sert-il ?',
  purposeHint: 'Affiché en haut du groupe. 500 caractères au plus.',
  visibility: 'Qui le voit ?',
  visibilities: {
    PUBLIC: ['Public', 'Tous les collaborateurs le trouvent et le lisent ; les membres écrivent.'],
    PRIVATE: ['Privé', 'Tous les collaborateurs savent qu’il existe ; seuls les membres lisent.'],
    HIDDEN: ['Secret', 'Seuls ses membres savent qu’il existe.'],
  },
  join: 'Comment y entre-t-on ?',
  joins: {
    OPEN: ['Librement', 'Qui veut le rejoint.'],
    REQUEST: ['Sur demande', 'Ceux qui animent le groupe décident.'],
    INVITE: ['Sur invitation', 'Personne n’entre sans y être invité.'],
    RULE: ['Selon une règle', 'En font partie tous ceux qui remplissent des conditions, au fil des mobilités.'],
  },
  rule: 'Qui en fait partie ?',
  writers: { MEMBERS: 'Tous les membres', ANIMATORS: 'Propriétaires et animateurs' },
  posting: 'Qui publie ?',
  commenting: 'Qui commente ?',
  inviting: 'Qui invite ?',

  changes: {
    toPrivate:
      'Dès l’enregistrement, seuls les membres liront ce qui s’écrit ici. Les autres en verront encore le nom, l’objet et les propriétaires.',
    toHidden:
      'Dès l’enregistrement, ce groupe n’existera plus que pour ses membres. Son nom court devient impossible à deviner : les pages qui l’affichent devront prendre le nouveau.',
    toPublic:
      'Tous les collaborateurs liront ce qui s’écrira désormais. Ce qui a été écrit avant reste aux membres, sauf si vous l’ouvrez aussi.',
    toSeen: 'Tous les collaborateurs verront que ce groupe existe, avec son nom, son objet et ses propriétaires.',
  },
  openFormer: 'Montrer aussi à tous ce qui a été écrit avant',

  save: 'Enregistrer',
  saving: 'Enregistrement…',
  saved: 'Réglages enregistrés.',
  newHandle: (handle) => `Le nom court de ce groupe est désormais ${handle}.`,
  create: 'Créer le groupe',
  creating: 'Création…',
  created: (name) => `${name} est créé.`,
  newGroup: 'Nouveau groupe',
  cancel: 'Annuler',

  nameMissing: 'Un groupe a besoin d’un nom.',
  handleInvalid: '2 à 48 minuscules, chiffres et tirets, comme qualite-douai.',
  handleTaken: 'Un autre groupe a ce nom court.',

  end: 'Archiver ou supprimer',
  archive: 'Archiver',
  archiveMeans: 'Tout reste lisible, rien ne s’y ajoute. Vous pourrez le rouvrir à tout moment.',
  reopen: 'Rouvrir',
  reopenMeans: 'Ce groupe est archivé. Rouvert, ses membres y écriront à nouveau.',
  archived: 'Le groupe est archivé.',
  reopened: 'Le groupe est rouvert.',
  delete: 'Supprimer',
  deleteMeans:
    'Le groupe disparaît pour tous, avec tout ce qui s’y est dit. Ses propriétaires ont 30 jours pour le rétablir.',
  deleteQuestion: (name) => `Supprimer « ${name} » et tout ce qui s’y est dit ?`,
  deleteYes: 'Supprimer le groupe',
  keep: 'Le garder',
  deleted: 'Le groupe est supprimé.',
};

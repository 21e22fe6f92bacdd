import { byLanguage } from '@parvis/core/localisation/language.js';

// All languages come with the code that a click loads: the first paint needs none of these words, and a menu cannot wait.

const en = {
  copyLink: 'Copy link',
  copied: 'Link copied.',
  edit: 'Edit',
  save: 'Save',
  delete: 'Delete',
  deleted: 'Comment deleted.',
  undo: 'Undo',
  added: 'Comment posted.',
  restored: 'Comment restored.',
};

const fr: typeof en = {
  copyLink: 'Copier le lien',
  copied: 'Lien copié.',
  edit: 'Modifier',
  save: 'Enregistrer',
  delete: 'Supprimer',
  deleted: 'Commentaire supprimé.',
  undo: 'Annuler',
  added: 'Commentaire publié.',
  restored: 'Commentaire rétabli.',
};

/** Labels of the comment actions, and what is announced after them. */
export const actionWords = byLanguage({ en, fr });

import type { PostActionsStrings } from './en.js';

export const strings: PostActionsStrings = {
  more: 'Autres actions',
  pinned: 'Épinglé',
  copyLink: 'Copier le lien',
  copied: 'Lien copié',
  pin: 'Épingler en haut',
  unpin: 'Ne plus épingler',
  unpinned: 'N’est plus épinglé',
  edit: 'Modifier',
  delete: 'Supprimer',
  confirmDelete: 'Supprimer ce message pour tout le monde ? Ce sera définitif.',
  keep: 'Le garder',
  deleted: 'Message supprimé.',
  undo: 'Annuler',
  restored: 'Message rétabli.',
};

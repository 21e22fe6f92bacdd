import type { PostEditorStrings } from './en.js';

export const strings: PostEditorStrings = {
  editPost: 'Modifier le message',
  save: 'Enregistrer',
  saved: 'Message modifié.',
};

import type { CommentCountStrings } from './en.js';

export const strings: CommentCountStrings = {
  comments: (n, lang) =>
    n
      ? `${new Intl.NumberFormat(lang).format(n)} ${n < 2 ? 'commentaire' : 'commentaires'}`
      : 'Pas encore de commentaire',
};

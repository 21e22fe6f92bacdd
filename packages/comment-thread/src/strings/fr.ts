import type { CommentThreadStrings } from './en.js';

export const strings: CommentThreadStrings = {
  title: 'Commentaires',
  order: 'Trier',
  orders: { oldest: 'Les plus anciens', newest: 'Les plus récents', 'most-liked': 'Les plus aimés' },
  empty: 'Pas encore de commentaire. Lancez la discussion.',
  showMore: 'Afficher plus de commentaires',
  showEarlier: 'Afficher les commentaires précédents',
  showReplies: (n) => (n < 2 ? `Voir ${n} réponse` : `Voir ${n} réponses`),
  showEarlierReplies: 'Voir les réponses précédentes',
  commentBy: (name) => `Commentaire de ${name}`,
  deletedComment: 'Commentaire supprimé',
  reply: 'Répondre',
  replyTo: (name) => `Répondre à ${name}`,
  sending: 'Envoi…',
  edited: 'modifié',
  departed: 'a quitté l’entreprise',
  removed: 'Commentaire retiré.',
  more: 'Autres actions',
  readMore: 'Lire la suite',
  readLess: 'Replier',
};

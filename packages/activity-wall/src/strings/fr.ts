import type { ActivityWallStrings } from './en.js';

export const strings: ActivityWallStrings = {
  write: 'Écrire un message',
  placeholder: 'Partagez une nouvelle avec vos collègues',
  post: 'Publier',
  posted: 'Message publié.',
  sending: 'Envoi…',
  signInToPost: 'Connectez-vous pour publier, aimer et commenter.',
  signIn: 'Se connecter',

  posts: 'Messages',
  postBy: (name) => `Message de ${name}`,
  pinned: 'Épinglé',
  edited: 'modifié',
  departed: 'a quitté l’entreprise',
  readMore: 'Lire la suite',
  readLess: 'Réduire',
  comment: 'Commenter',
  comments: (count) => (count < 2 ? `${count} commentaire` : `${count} commentaires`),
  closed: 'discussion close',

  more: 'Autres actions',

  showMore: 'Voir plus de messages',
  loading: 'Chargement…',
  loaded: (count) => (count < 2 ? `${count} message de plus` : `${count} messages de plus`),
  end: 'Vous avez vu tous les messages.',
  linked: 'Vous avez suivi un lien vers ce message.',
  gone: 'Le message visé par ce lien n’existe plus.',
  empty: 'Rien ici pour l’instant',
  invite: 'Partagez un merci, une nouvelle ou une question : écrivez le premier message.',
};

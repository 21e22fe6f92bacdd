import type { UnsentStrings } from './en.js';

export const strings: UnsentStrings = {
  title: 'Pas encore envoyé',
  waiting: 'Pas encore envoyé. L’envoi se fera au retour du réseau.',
  forgetful: 'Pas encore envoyé. Ce navigateur ne peut pas le conserver : laissez cette page ouverte jusqu’à l’envoi.',
  signedOut: 'Pas encore envoyé. L’envoi se fera après votre reconnexion.',
  old: 'En attente depuis hier. Ce texte a peut-être déjà été envoyé : vérifiez avant de le renvoyer.',
  sending: 'Envoi…',
  held: 'Non envoyé. Modifiez ce texte, puis envoyez-le ou supprimez-le.',
  notSent: (reason) => `Non envoyé. ${reason}`,
  tooLong: 'Ce texte est trop long.',
  replyTo: (name) => `Réponse à ${name}`,
  sendNow: 'Envoyer maintenant',
  takeBack: 'Modifier',
  copy: 'Copier',
  discard: 'Supprimer',
  text: 'Votre texte',
  kept: 'Pas encore envoyé. Votre texte est enregistré et sera envoyé au retour du réseau.',
  sent: 'Votre texte a été envoyé.',
  copied: 'Texte copié.',
  discarded: 'Texte supprimé.',
};

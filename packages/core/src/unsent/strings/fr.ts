import type { UnsentStrings } from './en.js';

export const strings: UnsentStrings = {
  title: 'Pas encore envoyé',
  waiting: 'Pas encore envoyé : partira au retour du réseau.',
  forgetful: 'Pas encore envoyé, et ce navigateur ne garde rien : laissez cette page ouverte jusqu’à l’envoi.',
  signedOut: 'Pas encore envoyé : partira quand vous vous serez reconnecté.',
  old: 'Gardé depuis hier. C’est peut-être arrivé : vérifiez avant de l’envoyer.',
  sending: 'Envoi…',
  held: 'Repris : modifiez, envoyez ou jetez ce texte.',
  notSent: (reason) => `Pas envoyé. ${reason}`,
  tooLong: 'Ce texte est trop long.',
  answerTo: (name) => `Réponse à ${name}`,
  sendNow: 'Envoyer maintenant',
  takeBack: 'Reprendre',
  copy: 'Copier',
  discard: 'Jeter',
  text: 'Votre texte',
  kept: 'Pas encore envoyé. Votre texte est gardé, et partira au retour du réseau.',
  sent: 'Votre texte est envoyé.',
  copied: 'Texte copié.',
  discarded: 'Texte jeté.',
};

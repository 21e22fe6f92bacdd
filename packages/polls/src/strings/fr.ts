import type { PollStrings } from './en.js';

// In French, zero and one are singular.
export const strings: PollStrings = {
  chooseOne: 'Choisissez une réponse',
  chooseSeveral: 'Choisissez une ou plusieurs réponses',
  vote: 'Voter',
  change: 'Modifier mon vote',
  takeBack: 'Retirer mon vote',
  yours: 'Votre vote',
  results: 'Résultats',
  votes: (count) => (count < 2 ? `${count} vote` : `${count} votes`),
  voters: (count) => (count < 2 ? `${count} personne a voté` : `${count} personnes ont voté`),
  ends: (when) => `se termine ${when}`,
  closed: 'terminé',
  close: 'Clore le sondage',
  confirmClose: 'Clore ce sondage ? Plus personne ne pourra voter.',
  keepOpen: 'Le laisser ouvert',
  voted: 'Vote enregistré.',
  takenBack: 'Vote retiré.',
  closedNow: 'Le sondage est clos.',
};

import type { PollEditorStrings } from './en.js';

export const strings: PollEditorStrings = {
  poll: 'Sondage',
  choice: (number) => `Réponse ${number}`,
  add: 'Ajouter une réponse',
  remove: (number) => `Retirer la réponse ${number}`,
  multiple: 'Plusieurs réponses possibles',
  ends: 'Dernier jour pour voter (facultatif)',
  removePoll: 'Retirer le sondage',
  tooFew: 'Écrivez au moins deux réponses.',
  double: 'Cette réponse y est déjà.',
  past: 'Choisissez aujourd’hui ou un jour suivant.',
};

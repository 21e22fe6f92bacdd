import type { PersonDetailStrings } from './en.js';

export const strings: PersonDetailStrings = {
  showMore: 'Afficher plus de personnes',
  back: 'Retour',
  gone: 'Cette personne n’est pas dans l’annuaire.',
  managers: 'Responsables',
  reports: (count, written) => `Encadre ${written} ${count < 2 ? 'personne' : 'personnes'}`,
  languages: 'Parle',
  activity: 'Dernières nouvelles',
  beAway: 'Je ne suis pas là…',
  changeAbsence: 'Modifier mon absence',
  commented: 'A commenté',
  commentedOn: (title) => `A commenté \u2068${title}\u2069`,
  posted: 'A publié',
};

import type { PeopleFinderStrings } from './en.js';

const people = (count: number, written: string) => `${written} ${count < 2 ? 'personne' : 'personnes'}`;

export const strings: PeopleFinderStrings = {
  label: 'Trouver un collègue',
  placeholder: 'Nom, métier, compétence, site…',
  hint: 'Les résultats s’affichent pendant la saisie. La flèche vers le bas y mène.',
  invite: (count, written) =>
    `Cherchez parmi ${people(count, written)} par nom, métier, compétence ou site. Ou commencez ici :`,
  nobodyYet: 'L’annuaire est encore vide.',
  filters: 'Filtres',
  facets: { department: 'Service', location: 'Site', expertise: 'S’y connaît en' },
  chip: (value, count, written) => `${value}, ${people(count, written)}`,
  moreFilters: 'Tous les filtres',
  fewerFilters: 'Moins de filtres',
  clearFilters: 'Effacer les filtres',
  results: 'Résultats',
  found: people,
  without: (words) => `sans : ${words}`,
  nobody: (query) => (query ? `Personne ne correspond à « ${query} ».` : 'Personne ne correspond à tous ces filtres.'),
  nobodyHelp: 'Essayez moins de mots, une partie du nom, un métier ou une compétence.',
  withoutFilters: 'Chercher sans filtres',
  showMore: 'Afficher plus de personnes',
};

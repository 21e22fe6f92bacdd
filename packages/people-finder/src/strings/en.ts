import type { Facet } from '../search/criteria.js';

const people = (count: number, written: string) => `${written} ${count === 1 ? 'person' : 'people'}`;
const facets: Record<Facet, string> = { department: 'Department', location: 'Location', expertise: 'Knows about' };

export const en = {
  label: 'Find a colleague',
  placeholder: 'Name, job, skill, place…',
  hint: 'Results appear as you type. Press the down arrow to reach them.',
  /** `written` is the count, formatted for the reader's language. */
  invite: (count: number, written: string) =>
    `Search ${people(count, written)} by name, job, skill or place. Or start here:`,
  nobodyYet: 'The directory is still empty.',
  filters: 'Filters',
  facets,
  /** The name of a chip. */
  chip: (value: string, count: number, written: string) => `${value}, ${people(count, written)}`,
  moreFilters: 'All filters',
  fewerFilters: 'Fewer filters',
  clearFilters: 'Clear filters',
  results: 'Results',
  found: people,
  /** The search words that match no one. */
  without: (words: string) => `without: ${words}`,
  nobody: (query: string) => (query ? `No one matches “${query}”.` : 'No one matches all of these filters.'),
  nobodyHelp: 'Try fewer words, a part of a name, a job or a skill.',
  withoutFilters: 'Search without filters',
  showMore: 'Show more people',
};

export type PeopleFinderStrings = typeof en;

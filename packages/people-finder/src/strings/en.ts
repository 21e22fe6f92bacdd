import type { Facet } from '../search/criteria.js';

const people = (count: number, written: string) => `${written} ${count === 1 ? 'person' : 'people'}`;
const facets: Record<Facet, string> = { department: 'Department', location: 'Location', expertise: 'Knows about' };

export const en = {
  label: 'Find a colleague',
  placeholder: 'Name, job, skill, place…',
  hint: 'Results come as you type. The down arrow goes to them.',
  /** `written` is the count in the reader's own way of writing numbers. */
  invite: (count: number, written: string) =>
    `Look for one of ${people(count, written)} by name, job, skill or place. Or start here:`,
  nobodyYet: 'There is nobody in the directory yet.',
  filters: 'Filters',
  facets,
  /** The name of a chip. */
  chip: (value: string, count: number, written: string) => `${value}, ${people(count, written)}`,
  moreFilters: 'All filters',
  fewerFilters: 'Fewer filters',
  clearFilters: 'Clear filters',
  results: 'Results',
  found: people,
  /** The words of the search that nobody has. */
  without: (words: string) => `without: ${words}`,
  nobody: (query: string) => (query ? `Nobody found for “${query}”.` : 'Nobody has all of this.'),
  nobodyHelp: 'Try fewer words, a part of a name, a job or a skill.',
  withoutFilters: 'Search without filters',
  showMore: 'Show more people',
};

export type PeopleFinderStrings = typeof en;

/** The ways in which people are sorted: a server counts each. */
export const FACETS = ['department', 'location', 'expertise'] as const;
export type Facet = (typeof FACETS)[number];

/** The values that people must have, one of each facet that has any. */
export type Filters = Readonly<Record<Facet, readonly string[]>>;

/** Whom to look for. */
export interface Criteria {
  readonly query: string;
  readonly filters: Filters;
}

export const NO_FILTERS: Filters = { department: [], location: [], expertise: [] };

/** How many values are chosen. */
export const countFilters = (filters: Filters): number => FACETS.reduce((sum, facet) => sum + filters[facet].length, 0);

/** Whether there is neither a query nor a filter. */
export const isEmpty = ({ query, filters }: Criteria): boolean => !query && !countFilters(filters);

/** The filters with a value put in, or taken out if it was there. */
export function toggleFilter(filters: Filters, facet: Facet, value: string): Filters {
  const values = filters[facet];
  return {
    ...filters,
    [facet]: values.includes(value) ? values.filter((other) => other !== value) : [...values, value],
  };
}

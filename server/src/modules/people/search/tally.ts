import { type FacetName, facetNames, type PeopleColumns } from './columns.ts';

/** Values by facet: a person must have one of the values of each facet that has any. */
export type PeopleFilters = Partial<Record<FacetName, readonly string[] | null>>;

export interface FacetValue {
  value: string;
  count: number;
}

export type PeopleFacets = Record<FacetName, FacetValue[]>;

/** The people who pass the filters, and the counts by facet. */
export interface Tally {
  /** In no particular order. */
  passed: readonly number[];
  facets: PeopleFacets;
}

/** How many values of a facet are returned, the most frequent first. */
const MOST_VALUES = 20;

const DEPARTMENT = 1;
const LOCATION = 2;
const EXPERTISE = 4;
const EVERY = DEPARTMENT | LOCATION | EXPERTISE;

/**
 * Filters people and counts them by facet. Each facet is counted without its own filter, to show how many people each of
 * its other values would add.
 */
export function tally(columns: PeopleColumns, found: readonly number[], filters: PeopleFilters): Tally {
  const { department, location, tags, tagsStart, tagsEnd } = columns;
  const departments = chosenValues(columns, 'department', filters);
  const locations = chosenValues(columns, 'location', filters);
  const expertise = chosenValues(columns, 'expertise', filters);
  const counts = facetNames.map((facet) => new Int32Array(columns.values[facet].names.length));
  const [departmentCounts, locationCounts, expertiseCounts] = counts as [Int32Array, Int32Array, Int32Array];
  const passed: number[] = [];
  for (const seq of found) {
    let passes = 0;
    if (!departments || departments[department[seq]!]) passes |= DEPARTMENT;
    if (!locations || locations[location[seq]!]) passes |= LOCATION;
    if (!expertise || hasAny(tags, tagsStart[seq]!, tagsEnd[seq]!, expertise)) passes |= EXPERTISE;
    if ((passes | DEPARTMENT) === EVERY) departmentCounts[department[seq]!]!++;
    if ((passes | LOCATION) === EVERY) locationCounts[location[seq]!]!++;
    if ((passes | EXPERTISE) === EVERY) {
      for (let at = tagsStart[seq]!; at < tagsEnd[seq]!; at++) expertiseCounts[tags[at]!]!++;
    }
    if (passes === EVERY) passed.push(seq);
  }
  const facets = facetNames.map((facet, index) => [facet, mostFrequent(columns.values[facet].names, counts[index]!)]);
  return { passed, facets: Object.fromEntries(facets) as PeopleFacets };
}

/** Whether each value of the facet is selected; null if none is. */
function chosenValues(columns: PeopleColumns, facet: FacetName, filters: PeopleFilters): Uint8Array | null {
  const asked = filters[facet];
  if (!asked?.length) return null;
  const values = columns.values[facet];
  const chosen = new Uint8Array(values.names.length);
  for (const value of asked) {
    const number = values.find(value);
    if (number) chosen[number] = 1;
  }
  return chosen;
}

function hasAny(tags: Int32Array, start: number, end: number, chosen: Uint8Array): boolean {
  for (let at = start; at < end; at++) if (chosen[tags[at]!]) return true;
  return false;
}

function mostFrequent(names: readonly string[], counts: Int32Array): FacetValue[] {
  const values: FacetValue[] = [];
  for (let number = 1; number < names.length; number++) {
    if (counts[number]! > 0) values.push({ value: names[number]!, count: counts[number]! });
  }
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return values.slice(0, MOST_VALUES);
}

import { type FacetName, facetNames, type PeopleColumns } from './people-columns.ts';

/** Values by facet: a person has one of those given for each facet that is given any. */
export type PeopleFilters = { [Facet in FacetName]?: readonly string[] | null };

export interface FacetValue {
  value: string;
  count: number;
}

export type PeopleFacets = Record<FacetName, FacetValue[]>;

/** Who was found, and how they are spread over the facets. */
export interface Tally {
  /** The people found, in order: by rank, the departed after the others, by name. */
  found: number[];
  facets: PeopleFacets;
}

/** How many values of a facet are answered, the most frequent first. */
const MOST_VALUES = 20;

const DEPARTMENT = 1;
const LOCATION = 2;
const EXPERTISE = 4;
const EVERY = DEPARTMENT | LOCATION | EXPERTISE;

/**
 * Goes once through the directory in alphabetical order, and puts those who have a rank and pass the filters in order
 * of their rank. Each facet is counted as if it had no filter of its own, so that one sees what choosing more of its
 * values would add.
 *
 * @param ranks - The rank of each `seq`, 1 the best; 0 is not found.
 */
export function tally(columns: PeopleColumns, ranks: Uint8Array, filters: PeopleFilters, withDeparted: boolean): Tally {
  const chosen = {
    department: chosenValues(columns, 'department', filters),
    location: chosenValues(columns, 'location', filters),
    expertise: chosenValues(columns, 'expertise', filters),
  };
  const counts = {
    department: new Int32Array(columns.values.department.names.length),
    location: new Int32Array(columns.values.location.names.length),
    expertise: new Int32Array(columns.values.expertise.names.length),
  };
  const { order, departed, department, location, tags, tagsStart, tagsEnd } = columns;
  const byRank: number[][] = [];
  for (let index = 0; index < order.length; index++) {
    const seq = order[index]!;
    const rank = ranks[seq]!;
    if (rank === 0 || (departed[seq] === 1 && !withDeparted)) continue;
    let passed = 0;
    if (!chosen.department || chosen.department[department[seq]!]) passed |= DEPARTMENT;
    if (!chosen.location || chosen.location[location[seq]!]) passed |= LOCATION;
    if (!chosen.expertise || hasAny(tags, tagsStart[seq]!, tagsEnd[seq]!, chosen.expertise)) passed |= EXPERTISE;
    if ((passed | DEPARTMENT) === EVERY) counts.department[department[seq]!]!++;
    if ((passed | LOCATION) === EVERY) counts.location[location[seq]!]!++;
    if ((passed | EXPERTISE) === EVERY) {
      for (let at = tagsStart[seq]!; at < tagsEnd[seq]!; at++) counts.expertise[tags[at]!]!++;
    }
    if (passed === EVERY) (byRank[2 * rank + departed[seq]!] ??= []).push(seq);
  }
  const facets = facetNames.map((facet) => [facet, mostFrequent(columns.values[facet].names, counts[facet])]);
  return { found: byRank.flat(), facets: Object.fromEntries(facets) as PeopleFacets };
}

/** Whether each value of the facet is among those asked for; null when none is asked for. */
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

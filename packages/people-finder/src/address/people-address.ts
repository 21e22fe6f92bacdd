import type { Criteria } from '../search/criteria.js';
import { FACETS, type Filters } from '../search/criteria.js';

/** What a people finder shows: a search, and perhaps one person. */
export interface Route extends Criteria {
  /** The person's handle. */
  readonly person: string | undefined;
}

const NAMES: readonly string[] = ['q', 'person', ...FACETS];

/** What this page's address asks a people finder to show; nothing when it does not say. */
export function readRoute(): Route | undefined {
  const params = new URLSearchParams(location.search);
  if (!NAMES.some((name) => params.has(name))) return undefined;
  const filters = Object.fromEntries(FACETS.map((facet) => [facet, params.getAll(facet)])) as unknown as Filters;
  return { query: params.get('q') ?? '', filters, person: params.get('person') || undefined };
}

/** This page's address with a place in it. All else in it stays as it is, to the letter: other scripts read it too. */
export function hrefOf({ query, filters, person }: Route): string {
  const ours = new URLSearchParams();
  if (query) ours.set('q', query);
  for (const facet of FACETS) for (const value of filters[facet]) ours.append(facet, value);
  if (person) ours.set('person', person);
  const theirs = location.search.slice(1).split('&').filter(isTheirs);
  const search = [...theirs, ours.toString()].filter(Boolean).join('&');
  return `${location.pathname}${search && `?${search}`}${location.hash}`;
}

const isTheirs = (parameter: string) => !NAMES.includes([...new URLSearchParams(parameter).keys()][0] ?? '');

import { graphql, type ResultOf } from '@parvis/core';
import { PROFILE_FIELDS } from '@parvis/core/person-card/profile.js';

const FACET_FIELDS = graphql(`
  fragment FacetFields on PersonSearchConnection {
    totalCount
    facets {
      department {
        value
        count
      }
      location {
        value
        count
      }
      expertise {
        value
        count
      }
    }
  }
`);

/** The directory before anybody is looked for. */
export const OVERVIEW = graphql(
  `
    query PeopleOverview {
      people {
        ...FacetFields
      }
    }
  `,
  [FACET_FIELDS],
);

export const SEARCH = graphql(
  `
    query SearchPeople($query: String!, $filters: PeopleFilters!, $first: Int!, $after: String) {
      people(query: $query, filters: $filters, first: $first, after: $after) {
        ...FacetFields
        unmatchedWords
        edges {
          matches {
            field
            value
            start
            end
          }
          node {
            ...ProfileFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [FACET_FIELDS, PROFILE_FIELDS],
);

export type PeopleFacets = ResultOf<typeof FACET_FIELDS>['facets'];
export type PersonMatch = ResultOf<typeof SEARCH>['people']['edges'][number]['matches'][number];

import { graphql, PERSON_FIELDS, type ResultOf } from '@parvis/core';
import { PROFILE_FIELDS } from '@parvis/core/person-card/profile.js';

const REPORTS_FIELDS = graphql(
  `
    fragment ReportsFields on PersonConnection {
      totalCount
      nodes {
        ...PersonFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [PERSON_FIELDS],
);

// The text of a comment or post has another name here: under its own, a part of it would stand in the cache for all of
// it, and a thread on the same page would lose its words.
export const PERSON_DETAIL = graphql(
  `
    query PersonDetail($handle: String!, $reports: Int!) {
      person(handle: $handle) {
        ...ProfileFields
        bio
        languages
        managers {
          ...PersonFields
        }
        reports(first: $reports) {
          ...ReportsFields
        }
        activity(first: 5) {
          __typename
          ... on Comment {
            id
            createdAt
            excerpt: body {
              text
            }
            about: subject {
              __typename
              ... on Page {
                id
                title
                url
              }
              ... on Post {
                id
              }
            }
          }
          ... on Post {
            id
            createdAt
            excerpt: body {
              text
            }
          }
        }
      }
    }
  `,
  [PROFILE_FIELDS, PERSON_FIELDS, REPORTS_FIELDS],
);

export const REPORTS = graphql(
  `
    query PersonReports($handle: String!, $first: Int, $after: String) {
      person(handle: $handle) {
        id
        reports(first: $first, after: $after) {
          ...ReportsFields
        }
      }
    }
  `,
  [REPORTS_FIELDS],
);

export type PersonDetail = NonNullable<ResultOf<typeof PERSON_DETAIL>['person']>;
export type PersonActivity = PersonDetail['activity'][number];

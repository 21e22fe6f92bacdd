import { graphql, PERSON_FIELDS, type ResultOf } from '@parvis/core';

export const GROUP_REQUESTS = graphql(
  `
    query GroupRequests($id: ID!, $first: Int!, $after: String) {
      node(id: $id) {
        id
        ... on Group {
          requests(first: $first, after: $after) {
            totalCount
            nodes {
              words
              createdAt
              person {
                ...PersonFields
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  `,
  [PERSON_FIELDS],
);

type Node = Extract<ResultOf<typeof GROUP_REQUESTS>['node'], { requests: unknown }>;
export type Request = Node['requests']['nodes'][number];

import { graphql, PERSON_FIELDS, type ResultOf } from '@parvis/core';

export const GROUP_MEMBERS = graphql(
  `
    query GroupMembers($id: ID!, $role: GroupRole, $first: Int!, $after: String) {
      node(id: $id) {
        id
        ... on Group {
          members(role: $role, first: $first, after: $after) {
            totalCount
            nodes {
              role
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

type Node = Extract<ResultOf<typeof GROUP_MEMBERS>['node'], { members: unknown }>;
export type Membership = Node['members']['nodes'][number];

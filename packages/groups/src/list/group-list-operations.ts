import { graphql, type ResultOf } from '@parvis/core';

const GROUP_CARD = graphql(`
  fragment GroupCard on Group {
    id
    handle
    name
    purpose
    visibility
    join
    archivedAt
    memberCount
    viewerRole
    viewerRequest {
      kind
      state
    }
  }
`);

export type GroupCard = ResultOf<typeof GROUP_CARD>;

export const GROUP_LIST = graphql(
  `
    query GroupList($mine: Boolean!, $query: String!, $first: Int!, $after: String) {
      groups(mine: $mine, query: $query, first: $first, after: $after) {
        totalCount
        nodes {
          ...GroupCard
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      groupInvitations @include(if: $mine) {
        ...GroupCard
      }
      viewerCanCreateGroups
    }
  `,
  [GROUP_CARD],
);

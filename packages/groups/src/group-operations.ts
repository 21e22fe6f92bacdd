import { graphql } from '@parvis/core';
import { GROUP_HEAD } from './group.js';

export const GROUP = graphql(
  `
    query Group($handle: String!) {
      group(handle: $handle) {
        ...GroupHead
      }
    }
  `,
  [GROUP_HEAD],
);

/** A group by its id, which stays when its handle changes. */
export const GROUP_BY_ID = graphql(
  `
    query GroupById($id: ID!) {
      node(id: $id) {
        id
        ... on Group {
          ...GroupHead
        }
      }
    }
  `,
  [GROUP_HEAD],
);

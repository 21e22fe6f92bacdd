import { graphql, type ResultOf } from '@parvis/core';
import { GROUP_HEAD } from '../group.js';

/** What only owners decide, beside what the head shows. */
const GROUP_SETTINGS = graphql(
  `
    fragment GroupSettings on Group {
      ...GroupHead
      posting
      commenting
      inviting
    }
  `,
  [GROUP_HEAD],
);

export type GroupSettings = ResultOf<typeof GROUP_SETTINGS>;

export const SETTINGS_BY_ID = graphql(
  `
    query GroupSettingsById($id: ID!) {
      node(id: $id) {
        id
        ...GroupSettings
      }
    }
  `,
  [GROUP_SETTINGS],
);

export const UPDATE_GROUP = graphql(
  `
    mutation UpdateGroup($input: UpdateGroupInput!) {
      updateGroup(input: $input) {
        group {
          ...GroupSettings
        }
        userErrors {
          code
          message
          field
          retryAfter
        }
      }
    }
  `,
  [GROUP_SETTINGS],
);

export const ADD_GROUP = graphql(
  `
    mutation AddGroup($input: AddGroupInput!) {
      addGroup(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          field
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

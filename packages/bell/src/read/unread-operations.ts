import { graphql } from '@parvis/core';

/** What is not read, the last first, as far as it leads to a comment or a post. */
export const UNREAD = graphql(`
  query UnreadNotifications {
    viewer {
      inbox {
        notifications(first: 100, unread: true) {
          nodes {
            id
            subject {
              __typename
              id
            }
          }
        }
      }
    }
  }
`);

import { graphql } from '@parvis/core';

/** What was told last, as it is shown by the operating system. */
export const LATEST = graphql(`
  query LatestNotifications($language: String!) {
    viewer {
      inbox {
        notifications(first: 5) {
          nodes {
            id
            text(language: $language)
            excerpt
            url
            at
            isSeen
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

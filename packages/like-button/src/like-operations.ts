import { graphql, type ResultOf } from '@parvis/core';

/** All that a like button shows of a page, post or comment. */
export const REACTABLE_FIELDS = graphql(`
  fragment ReactableFields on Reactable {
    __typename
    id
    reactionCount
    viewerReaction
    viewerCanReact
    reactionGroups {
      content
      totalCount
    }
  }
`);

export type ReactableFields = ResultOf<typeof REACTABLE_FIELDS>;

export const REACTABLE_PAGES = graphql(
  `
    query ReactablePages($keys: [String!]!) {
      pages(keys: $keys) {
        ...ReactableFields
      }
    }
  `,
  [REACTABLE_FIELDS],
);

export const REACTABLES = graphql(
  `
    query Reactables($keys: [ID!]!) {
      nodes(ids: $keys) {
        ... on Reactable {
          ...ReactableFields
        }
      }
    }
  `,
  [REACTABLE_FIELDS],
);

import { graphql, type ResultOf } from '@parvis/core';

/** The reactions to a page, post or comment, as everybody sees them. */
export const REACTION_COUNTS = graphql(`
  fragment ReactionCounts on Reactable {
    __typename
    id
    reactionCount
    reactionGroups {
      content
      totalCount
    }
  }
`);

/** What of it differs by viewer. */
export const VIEWERS_REACTION = graphql(`
  fragment ViewersReaction on Reactable {
    id
    viewerReaction
    viewerCanReact
  }
`);

/** All that a like button shows of a page, post or comment. */
export const REACTABLE_FIELDS = graphql(
  `
    fragment ReactableFields on Reactable {
      ...ReactionCounts
      ...ViewersReaction
    }
  `,
  [REACTION_COUNTS, VIEWERS_REACTION],
);

export type ReactableFields = ResultOf<typeof REACTABLE_FIELDS>;

export const REACTABLES = graphql(
  `
    query Reactables($keys: [String!]!) {
      subjects(refs: $keys) {
        ...ReactableFields
      }
    }
  `,
  [REACTABLE_FIELDS],
);

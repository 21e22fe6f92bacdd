import { graphql } from '@parvis/core';

export const COMMENT_COUNTS = graphql(`
  query CommentCounts($keys: [String!]!) {
    subjects(refs: $keys) {
      id
      ... on Commentable {
        commentCount
      }
    }
  }
`);

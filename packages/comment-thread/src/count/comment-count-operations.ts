import { graphql } from '@parvis/core';

export const COMMENTED_PAGES = graphql(`
  query CommentedPages($keys: [String!]!) {
    pages(keys: $keys) {
      id
      commentCount
    }
  }
`);

import { graphql } from '@parvis/core';

/** Who reads what is written at something. */
export const READERS = graphql(`
  query ReadersOf($keys: [ID!]!) {
    nodes(ids: $keys) {
      id
      ... on Commentable {
        readers {
          kind
          name
        }
      }
      ... on Wall {
        readers {
          kind
          name
        }
      }
    }
  }
`);

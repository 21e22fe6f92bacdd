import { graphql, PERSON_FIELDS } from '@parvis/core';

export const REACTORS = graphql(
  `
    query Reactors($id: ID!, $content: ReactionContent, $first: Int, $after: String) {
      node(id: $id) {
        id
        ... on Reactable {
          reactions(content: $content, first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              id
              content
              person {
                ...PersonFields
              }
            }
          }
        }
      }
    }
  `,
  [PERSON_FIELDS],
);

// Loaded where the page's address leads to a comment.
import { graphql, type ParvisClient } from '@parvis/core';

/** Where a comment stands, for a link to it. */
const LINKED_COMMENT = graphql(`
  query LinkedComment($id: ID!) {
    node(id: $id) {
      ... on Comment {
        id
        ancestors {
          id
        }
      }
    }
  }
`);

/** The ids of the comments above a comment, from the top, and its own; none where it is gone. */
export async function linkedPath(client: ParvisClient, id: string): Promise<readonly string[]> {
  // A link to what is gone leads to the discussion all the same.
  const { node } = await client.query(LINKED_COMMENT, { id }).catch(() => ({ node: null }));
  return node && 'ancestors' in node ? [...node.ancestors.map((ancestor) => ancestor.id), node.id] : [];
}

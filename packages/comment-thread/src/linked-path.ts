// Loaded where the page's address leads to a comment.
import { graphql, type ParvisClient } from '@parvis/core';
import type { RepliesController } from './comment/replies-controller.js';
import type { LitElement } from 'lit';

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

/** Goes to a comment at the end of the path, or opens the replies of one on the way to it. */
export async function reveal(
  comment: LitElement & { readonly commentId: string },
  replies: RepliesController,
  path: readonly string[],
): Promise<void> {
  const target = path.at(-1)!;
  await comment.updateComplete;
  if (target === comment.commentId) {
    comment.scrollIntoView({ block: 'center' });
    comment.focus({ preventScroll: true });
  } else if (!replies.list.ids.some((id) => path.includes(id))) {
    const { list } = replies;
    list.reset(await replies.read({ first: list.options.pageSize() }, target));
  }
}

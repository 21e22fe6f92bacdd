// Loaded with the first click that asks for more replies.
import { graphql, type Connection, type PageArgs, type ParvisClient } from '@parvis/core';
import { keepReplies } from './reply-pages.js';
import { COMMENT_FIELDS, PAGE_INFO } from './comment-operations.js';

const REPLIES = graphql(
  `
    query Answers($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $startingAt: ID) {
      node(id: $id) {
        ... on Commentable {
          comments(first: $first, after: $after, last: $last, before: $before, startingAt: $startingAt) {
            ...CommentPageInfo
            nodes {
              ...CommentFields
            }
          }
        }
      }
    }
  `,
  [PAGE_INFO, COMMENT_FIELDS],
);

/** A page of the replies to a comment. @throws {ParvisError} */
export async function readReplies(
  client: ParvisClient,
  id: string,
  page: PageArgs,
  startingAt?: string,
): Promise<Connection> {
  const { node } = await client.query(REPLIES, { id, startingAt, ...page });
  if (!node || !('comments' in node)) return { nodes: [], pageInfo: {} };
  keepReplies(client.cache, node.comments);
  return node.comments;
}

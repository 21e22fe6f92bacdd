import { graphql, type ResultOf } from '@parvis/core';
import { COMMENT_FIELDS, PAGE_INFO } from './comment/comment-operations.js';

/** What a thread knows of its page or post. */
const COMMENTABLE_FIELDS = graphql(`
  fragment CommentableFields on Commentable {
    __typename
    id
    commentCount
    lockedAt
    viewerCanComment
    viewerCanLock
  }
`);

export type Commentable = ResultOf<typeof COMMENTABLE_FIELDS>;

/** One page of comments, each with the first of its answers, and those with the first of theirs. */
const COMMENTS = graphql(
  `
    fragment ThreadComments on Commentable {
      ...CommentableFields
      comments(order: $order, first: $first, after: $after, last: $last, before: $before, startingAt: $startingAt) {
        ...CommentPageInfo
        nodes {
          ...CommentFields
          comments(first: 3, startingAt: $startingAt) {
            ...CommentPageInfo
            nodes {
              ...CommentFields
              comments(first: 2, startingAt: $startingAt) {
                ...CommentPageInfo
                nodes {
                  ...CommentFields
                }
              }
            }
          }
        }
      }
    }
  `,
  [COMMENTABLE_FIELDS, PAGE_INFO, COMMENT_FIELDS],
);

/** The thread of a page. */
export const PAGE_THREAD = graphql(
  `
    query PageThread(
      $key: String!
      $order: CommentOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
      $startingAt: ID
    ) {
      pages(keys: [$key]) {
        ...ThreadComments
      }
    }
  `,
  [COMMENTS],
);

/** The thread of a post. */
export const NODE_THREAD = graphql(
  `
    query NodeThread(
      $key: ID!
      $order: CommentOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
      $startingAt: ID
    ) {
      node(id: $key) {
        ...ThreadComments
      }
    }
  `,
  [COMMENTS],
);

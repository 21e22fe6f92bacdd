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

/** One page of comments, each with the first of its replies, and those with the first of theirs. */
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

export const THREAD = graphql(
  `
    query Thread(
      $key: String!
      $order: CommentOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
      $startingAt: ID
    ) {
      subjects(refs: [$key]) {
        ...ThreadComments
      }
    }
  `,
  [COMMENTS],
);

// Loaded with the first write: nothing of it is needed to read.
import { graphql, mutate, ParvisError, type ParvisClient } from '@parvis/core';
import { COMMENT_FIELDS, COMMENT_SURROUNDINGS } from './comment/comment-operations.js';
import type { Commentable } from './comment-thread-operations.js';

/** A comment with the counts that it changes. */
const WRITTEN_FIELDS = graphql(
  `
    fragment WrittenFields on Comment {
      ...CommentFields
      ...CommentSurroundings
    }
  `,
  [COMMENT_FIELDS, COMMENT_SURROUNDINGS],
);

/** Comments on a page or post, or replies to a comment. */
export const ADD_COMMENT = graphql(
  `
    mutation AddComment($input: AddCommentInput!) {
      addComment(input: $input) {
        comment {
          ...WrittenFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [WRITTEN_FIELDS],
);

const UPDATE = graphql(
  `
    mutation UpdateComment($input: UpdateCommentInput!) {
      updateComment(input: $input) {
        comment {
          ...CommentFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [COMMENT_FIELDS],
);

const DELETE = graphql(
  `
    mutation DeleteComment($input: DeleteCommentInput!) {
      deleteComment(input: $input) {
        comment {
          ...WrittenFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [WRITTEN_FIELDS],
);

const RESTORE = graphql(
  `
    mutation RestoreComment($input: RestoreCommentInput!) {
      restoreComment(input: $input) {
        comment {
          ...WrittenFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [WRITTEN_FIELDS],
);

const SET_LOCKED = graphql(`
  mutation SetLocked($input: SetLockedInput!) {
    setLocked(input: $input) {
      subject {
        __typename
        id
        lockedAt
        viewerCanComment
      }
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

// With the tree: the cache keeps the whole body that came last.
const SOURCE = graphql(`
  query CommentSource($id: ID!) {
    node(id: $id) {
      ... on Comment {
        id
        body {
          source
          tree
        }
      }
    }
  }
`);

/** @throws {ParvisError} */
export async function updateComment(client: ParvisClient, commentId: string, body: string): Promise<void> {
  await mutate(client, UPDATE, { commentId, body });
}

/** @throws {ParvisError} */
export async function deleteComment(client: ParvisClient, commentId: string): Promise<void> {
  await mutate(client, DELETE, { commentId });
}

/** @throws {ParvisError} */
export async function restoreComment(client: ParvisClient, commentId: string): Promise<void> {
  await mutate(client, RESTORE, { commentId });
}

/** Closes a discussion, or opens it again. Resolves to the reason when the server does not. */
export async function toggleLock(
  client: ParvisClient,
  { id, lockedAt }: Commentable,
): Promise<ParvisError | undefined> {
  try {
    await mutate(client, SET_LOCKED, { subjectId: id, locked: !lockedAt });
    return undefined;
  } catch (reason) {
    return ParvisError.from(reason);
  }
}

/** The text of a comment as its author wrote it. @throws {ParvisError} */
export async function commentSource(client: ParvisClient, id: string): Promise<string> {
  const { node } = await client.query(SOURCE, { id });
  return (node && 'body' in node && node.body?.source) || '';
}

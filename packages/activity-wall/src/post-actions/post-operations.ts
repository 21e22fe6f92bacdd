import { graphql } from '@parvis/core';
import { POST_FIELDS } from '../post/post.js';

export const ADD_POST = graphql(
  `
    mutation AddPost($input: AddPostInput!) {
      addPost(input: $input) {
        post {
          ...PostFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [POST_FIELDS],
);

export const UPDATE_POST = graphql(
  `
    mutation UpdatePost($input: UpdatePostInput!) {
      updatePost(input: $input) {
        post {
          ...PostFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [POST_FIELDS],
);

export const DELETE_POST = graphql(`
  mutation DeletePost($input: DeletePostInput!) {
    deletePost(input: $input) {
      post {
        id
        deletedAt
        viewerCanRestore
      }
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

export const RESTORE_POST = graphql(
  `
    mutation RestorePost($input: RestorePostInput!) {
      restorePost(input: $input) {
        post {
          ...PostFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [POST_FIELDS],
);

export const SET_PINNED = graphql(`
  mutation SetPinned($input: SetPinnedInput!) {
    setPinned(input: $input) {
      post {
        id
        pinnedAt
      }
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

/** What the author wrote, for editing. With the tree: the cache keeps a body whole. */
export const POST_SOURCE = graphql(`
  query PostSource($id: ID!) {
    node(id: $id) {
      id
      ... on Post {
        body {
          source
          tree
        }
      }
    }
  }
`);

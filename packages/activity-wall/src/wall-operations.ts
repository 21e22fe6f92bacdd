import { graphql } from '@parvis/core';
import { POST_FIELDS } from './post/post.js';

export const WALL = graphql(
  `
    query Wall($key: String!, $channel: ID, $first: Int!, $after: String) {
      wall(key: $key) {
        id
        viewerCanPost
        posts(channelId: $channel, first: $first, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...PostFields
          }
        }
      }
    }
  `,
  [POST_FIELDS],
);

/** The post that a link leads to: itself, or the one whose discussion holds the comment. */
export const LINKED_POST = graphql(
  `
    query LinkedPost($id: ID!) {
      node(id: $id) {
        id
        ... on Post {
          ...PostFields
          wall {
            id
          }
        }
        ... on Comment {
          subject {
            ... on Post {
              ...PostFields
              wall {
                id
              }
            }
          }
        }
      }
    }
  `,
  [POST_FIELDS],
);

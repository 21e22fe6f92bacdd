import { graphql, mutate, type ParvisClient } from '@parvis/core';

const ADD_POST = graphql(`
  mutation AddTestPost($input: AddPostInput!) {
    addPost(input: $input) {
      post {
        id
      }
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

const SET_PINNED = graphql(`
  mutation PinTestPost($input: SetPinnedInput!) {
    setPinned(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

const DELETE_POST = graphql(`
  mutation DeleteTestPost($input: DeletePostInput!) {
    deletePost(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

const READ_WALL = graphql(`
  query ReadTestWall($key: String!) {
    wall(key: $key) {
      posts(first: 100) {
        nodes {
          id
          linkUrl
          pinnedAt
          body {
            source
          }
        }
      }
    }
  }
`);

/** Writes posts, one after the other. Resolves to their ids. */
export async function writePosts(
  client: ParvisClient,
  wallKey: string,
  ...posts: (string | { body: string; linkUrl: string })[]
): Promise<string[]> {
  const ids: string[] = [];
  for (const post of posts) {
    const draft = typeof post === 'string' ? { body: post } : post;
    const payload = await mutate(client, ADD_POST, { wallKey, ...draft });
    ids.push(payload.post!.id);
  }
  return ids;
}

export async function pin(client: ParvisClient, postId: string): Promise<void> {
  await mutate(client, SET_PINNED, { postId, pinned: true });
}

export async function remove(client: ParvisClient, postId: string): Promise<void> {
  await mutate(client, DELETE_POST, { postId });
}

/** What the server has of a wall, whatever a page shows. */
export async function storedPosts(client: ParvisClient, key: string) {
  const { wall } = await client.query(READ_WALL, { key });
  return wall!.posts.nodes.map(({ id, linkUrl, pinnedAt, body }) => ({
    id,
    linkUrl,
    pinned: pinnedAt !== null,
    source: body!.source,
  }));
}

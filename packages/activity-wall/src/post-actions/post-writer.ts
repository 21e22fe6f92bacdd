import { mutate, ParvisError, type ParvisClient } from '@parvis/core';
import { DELETE_POST, POST_SOURCE, RESTORE_POST, SET_PINNED, UPDATE_POST } from './post-operations.js';
import type { Post, PostDraft } from '../post/post.js';

/** What the author of a post wrote, as they wrote it. */
export async function readSource(client: ParvisClient, postId: string): Promise<string> {
  const { node } = await client.query(POST_SOURCE, { id: postId });
  if (!node || !('body' in node) || !node.body) throw new ParvisError('NOT_FOUND');
  return node.body.source;
}

export async function updatePost(client: ParvisClient, postId: string, draft: PostDraft): Promise<void> {
  await mutate(client, UPDATE_POST, { postId, ...draft });
}

/** Pins a post, or takes the pin out: at once on screen. */
export async function setPinned(client: ParvisClient, postId: string, pinned: boolean): Promise<void> {
  const change = { pinnedAt: pinned ? new Date().toISOString() : null };
  await optimistically(client, postId, change, () => mutate(client, SET_PINNED, { postId, pinned }));
}

/**
 * Takes a post from its wall: at once on screen, if the viewer wrote it and can have it back. The deletion of somebody
 * else's post is shown when the server has it, since nothing would be left on which to say that it failed.
 */
export async function deletePost(client: ParvisClient, { id, viewerDidAuthor }: Post): Promise<void> {
  const change = viewerDidAuthor ? { deletedAt: new Date().toISOString(), viewerCanRestore: true } : {};
  await optimistically(client, id, change, () => mutate(client, DELETE_POST, { postId: id }));
}

export async function restorePost(client: ParvisClient, postId: string): Promise<void> {
  await mutate(client, RESTORE_POST, { postId });
}

async function optimistically(
  { cache }: ParvisClient,
  id: string,
  change: Partial<Post>,
  write: () => Promise<unknown>,
): Promise<void> {
  const layer = cache.patch<Post>(id, change);
  try {
    await write();
  } finally {
    layer.drop();
  }
}

import { Attempt, plainTree, type ParvisClient, type Person } from '@parvis/core';
import type { PostDraft } from '../post/post.js';
import { addPost } from './post-writer.js';

/** Where a post goes, and whose it is. */
export interface PostPlace {
  readonly wallId: string;
  readonly wallKey: string;
  readonly author: Person;
}

/** Puts posts on one wall: at once on screen, then on the server. */
export class SendingPost {
  readonly #attempt = new Attempt();

  /** @throws {ParvisError} when the server does not take it; it is gone from the screen then */
  async send(
    client: ParvisClient,
    { wallId, wallKey, author }: PostPlace,
    draft: PostDraft,
    list: { add(id: string): void; remove(id: string): void },
  ): Promise<void> {
    const { cache } = client;
    const key = this.#attempt.keyFor(JSON.stringify(draft));
    const id = `sending:${key}`;
    cache.write({
      id,
      author,
      body: { tree: plainTree(draft.body) },
      linkUrl: draft.linkUrl,
      // Above all others of today, whatever the clock of this computer says.
      createdAt: '9999',
      sending: true,
    });
    list.add(id);
    try {
      const postId = await addPost(client, wallKey, draft, key);
      this.#attempt.succeeded();
      cache.addToList(`posts:${wallId}`, postId);
    } finally {
      list.remove(id);
    }
  }
}

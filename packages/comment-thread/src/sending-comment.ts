// Loaded with the first comment that is sent.
import { Attempt, plainTree, type ParvisClient } from '@parvis/core';
import { addComment } from './comment-writer.js';

export { announce } from '@parvis/core';

/** Puts comments into one list: at once on screen, then on the server. */
export class SendingComment {
  readonly #attempt = new Attempt();

  /**
   * @throws {ParvisError} when the server does not take it; it is gone from the screen then
   */
  async send(
    client: ParvisClient,
    subjectId: string,
    body: string,
    pageKey: string | undefined,
    list: { add(id: string): void; remove(id: string): void },
  ): Promise<string> {
    const { cache } = client;
    const key = this.#attempt.keyFor(body);
    const id = `sending:${key}`;
    const { viewer } = await client.session();
    cache.write({
      id,
      author: viewer?.person,
      body: { tree: plainTree(body) },
      createdAt: new Date().toISOString(),
      sending: true,
    });
    list.add(id);
    try {
      const commentId = await addComment(client, subjectId, body, pageKey, key);
      this.#attempt.succeeded();
      cache.addToList(`comments:${subjectId}`, commentId);
      return commentId;
    } finally {
      list.remove(id);
    }
  }
}

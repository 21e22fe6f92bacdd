// Loaded with the first focus in the form: the network may be gone when a post is sent.
import {
  announce,
  newIdempotencyKey,
  pageDetails,
  plainTree,
  type LocaleController,
  type ParvisClient,
  type Person,
} from '@parvis/core';
import { outboxOf } from '@parvis/core/unsent/parvis-unsent.js';
import type { PostDraft } from '../post/post.js';
import type { ActivityWallStrings } from '../strings/en.js';

export { catchUp } from '@parvis/core/controllers/catch-up.js';
import { listOf } from '../wall-list.js';
import { ADD_POST } from './post-operations.js';

export interface PostToSend {
  client: ParvisClient;
  wallId: string;
  wallKey: string;
  channelId: string | undefined;
  author: Person;
  draft: PostDraft;
  list: { add(id: string): void; remove(id: string): void };
  locale: LocaleController<ActivityWallStrings>;
}

/**
 * Puts a post on a wall: at once on screen, then on the server. If that cannot be reached, it is kept and sent later.
 * @throws {ParvisError} when the server does not take it; it is gone from the screen then
 */
export async function sendPost(post: PostToSend): Promise<void> {
  const { client, wallId, wallKey, channelId, author, draft, list, locale } = post;
  const id = `sending:${newIdempotencyKey()}`;
  const { body, linkUrl = null, content, channel } = draft;
  client.cache.write({
    id,
    author,
    body: { tree: plainTree(body) },
    channel,
    kind: 'TEXT',
    content: { __typename: 'TextPost', linkUrl },
    // Above all others of today, whatever the clock of this computer says.
    createdAt: '9999',
    sending: true,
  });
  list.add(id);
  try {
    const isSent = await outboxOf(client).send({
      place: `wall:${wallKey}`,
      subjectId: wallId,
      list: listOf(wallId, channelId),
      mutation: ADD_POST,
      input: {
        wallKey,
        channelId: channel?.id ?? channelId,
        page: wallKey.startsWith('page:') ? pageDetails(wallKey.slice(5)) : undefined,
        body,
        ...(content ? { content } : { linkUrl }),
      },
    });
    if (isSent) announce(locale.text.posted, locale.lang);
  } finally {
    list.remove(id);
  }
}

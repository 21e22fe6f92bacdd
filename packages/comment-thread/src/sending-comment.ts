// Loaded when somebody comes near a field or a button of a thread, while the network is there.
import {
  announce,
  catchUp,
  newIdempotencyKey,
  pageDetails,
  plainTree,
  type LocaleController,
  type ParvisClient,
} from '@parvis/core';
import { outboxOf } from '@parvis/core/unsent/parvis-unsent.js';

import { ADD_COMMENT } from './comment-writer.js';
import { actionWords } from './comment/action-words.js';
import type { CommentThreadStrings } from './strings/en.js';

export interface CommentToSend {
  client: ParvisClient;
  /** What the thread is about, as its tag names it: a page's key, or an id. */
  threadKey: string;
  /** What is commented on: the page or post, or a comment. */
  subjectId: string;
  body: string;
  /** For a reply, the name of the person whom it replies to. */
  repliesTo?: string | undefined;
  list: { add(id: string): void; remove(id: string): void };
  locale: LocaleController<CommentThreadStrings>;
}

/**
 * Comments, or replies to a comment: at once on screen, then on the server. Resolves to whether the server has it; if not yet,
 * it is kept and sent later.
 * @throws {ParvisError} when the server does not take it; it is gone from the screen then
 */
export async function sendComment(comment: CommentToSend): Promise<boolean> {
  const { client, threadKey, subjectId, body, repliesTo, list, locale } = comment;
  const id = `sending:${newIdempotencyKey()}`;
  const { viewer } = await client.session();
  client.cache.write({
    id,
    author: viewer?.person,
    body: { tree: plainTree(body) },
    createdAt: new Date().toISOString(),
    sending: true,
  });
  list.add(id);
  try {
    const isSent = await outboxOf(client).send({
      place: threadKey,
      subjectId,
      answers: repliesTo,
      list: `comments:${subjectId}`,
      mutation: ADD_COMMENT,
      input: {
        subjectId,
        body,
        page: repliesTo === undefined ? pageDetails(threadKey) : undefined,
      },
    });
    if (isSent) announce(actionWords(locale.lang).added, locale.lang);
    return isSent;
  } finally {
    list.remove(id);
  }
}

/**
 * Comments on the page or post of a thread, as it is now: the page may have gone on to another address.
 * @throws {ParvisError}
 */
export async function sendToThread(
  thread: {
    readonly client: { readonly current: ParvisClient };
    readonly key: string;
    readonly list: CommentToSend['list'];
    readonly query: Parameters<typeof catchUp>[0];
    readonly value: { readonly subjectId: string } | undefined;
  },
  body: string,
  locale: CommentToSend['locale'],
): Promise<void> {
  await catchUp(thread.query);
  const { client, key, list, value } = thread;
  await sendComment({ client: client.current, threadKey: key, subjectId: value!.subjectId, body, list, locale });
}

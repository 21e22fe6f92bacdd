// Loaded when events were missed.
import type { Connection, ConnectionController, EntityCache, PageArgs } from '@parvis/core';
import { refresh, reread } from '@parvis/core/events/reread.js';
import type { LitElement } from 'lit';
import { repliesOf } from './comment/reply-pages.js';
import type { CommentElement } from './comment/comment-element.js';

const PAGE_SIZE = 20;

/** Reads again what a thread shows: as much as before, from the same comment on. What stays, stays as it is. */
export async function rereadThread(
  cache: EntityCache,
  list: ConnectionController,
  read: (page: PageArgs, startingAt?: string) => Promise<Connection>,
): Promise<void> {
  const host = list.host as LitElement;
  const before = new Map(commentsBelow(host).map(({ commentId }) => [commentId, repliesOf(cache, commentId)]));
  refresh(cache, list, await reread(list, read, PAGE_SIZE));
  await host.updateComplete;
  // The first replies came with the comments; where the reader has unfolded more, they are read as well.
  for (const { replies, commentId } of commentsBelow(host)) {
    const { ids, hasPrevious } = replies.list;
    const page = repliesOf(cache, commentId);
    const isNews = page && page !== before.get(commentId);
    if (isNews && !hasPrevious && (!page.pageInfo.hasNextPage || ids.length <= page.nodes.length)) {
      refresh(cache, replies.list, page);
    } else if (ids.length) {
      const answered = reread(replies.list, (page, startingAt) => replies.read(page, startingAt), 0);
      answered.then(
        (page) => refresh(cache, replies.list, page),
        () => {},
      );
    }
  }
}

/** The comments on screen, replies included. */
function commentsBelow(root: LitElement): CommentElement[] {
  return [...root.renderRoot.querySelectorAll<CommentElement>('parvis-comment')].flatMap((comment) => [
    comment,
    ...commentsBelow(comment),
  ]);
}

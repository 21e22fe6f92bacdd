// Loaded when events were missed.
import type { Connection, ConnectionController, EntityCache, PageArgs } from '@parvis/core';
import { refresh, reread } from '@parvis/core/events/reread.js';
import type { LitElement } from 'lit';
import { answersOf } from './comment/answer-pages.js';
import type { CommentElement } from './comment/comment-element.js';

const PAGE_SIZE = 20;

/** Reads again what a thread shows: as much as before, from the same comment on. What stays, stays as it is. */
export async function rereadThread(
  cache: EntityCache,
  list: ConnectionController,
  read: (page: PageArgs, startingAt?: string) => Promise<Connection>,
): Promise<void> {
  const host = list.host as LitElement;
  const before = new Map(commentsBelow(host).map(({ commentId }) => [commentId, answersOf(cache, commentId)]));
  refresh(cache, list, await reread(list, read, PAGE_SIZE));
  await host.updateComplete;
  // The first answers came with the comments; where the reader has unfolded more, they are read as well.
  for (const { answers, commentId } of commentsBelow(host)) {
    const { ids, hasPrevious } = answers.list;
    const page = answersOf(cache, commentId);
    const isNews = page && page !== before.get(commentId);
    if (isNews && !hasPrevious && (!page.pageInfo.hasNextPage || ids.length <= page.nodes.length)) {
      refresh(cache, answers.list, page);
    } else if (ids.length) {
      const answered = reread(answers.list, (page, startingAt) => answers.read(page, startingAt), 0);
      answered.then(
        (page) => refresh(cache, answers.list, page),
        () => {},
      );
    }
  }
}

/** The comments on screen, answers included. */
function commentsBelow(root: LitElement): CommentElement[] {
  return [...root.renderRoot.querySelectorAll<CommentElement>('parvis-comment')].flatMap((comment) => [
    comment,
    ...commentsBelow(comment),
  ]);
}

// Loaded when events were missed.
import type { Connection, ConnectionController, EntityCache, PageArgs } from '@parvis/core';
import { refresh, reread } from '@parvis/core/events/reread.js';
import type { Post } from './post/post.js';

/** Reads again what a wall shows. What others have posted since is offered. */
export async function rereadWall(
  cache: EntityCache,
  list: ConnectionController,
  read: (page: PageArgs) => Promise<Connection>,
  pageSize: number,
): Promise<void> {
  const page = await reread(list, read, pageSize);
  const latest = list.ids.reduce((latest, id) => {
    const post = cache.get<Post>(id);
    return post && !post.sending && post.createdAt > latest ? post.createdAt : latest;
  }, '');
  const isOffered = ({ id }: { id: string }) => {
    const { viewerDidAuthor, createdAt } = cache.get<Post>(id)!;
    return !!latest && !list.ids.includes(id) && !viewerDidAuthor && createdAt > latest;
  };
  const offered = page.nodes.filter(isOffered);
  refresh(cache, list, { ...page, nodes: page.nodes.filter((node) => !offered.includes(node)) });
  for (const { id } of offered.toReversed()) list.offer?.(id);
}

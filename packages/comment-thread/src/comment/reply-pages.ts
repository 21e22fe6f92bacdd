import type { Connection, EntityCache } from '@parvis/core';

interface Answered {
  readonly id: string;
  readonly comments?: RepliedConnection;
}
type RepliedConnection = Omit<Connection, 'nodes'> & { readonly nodes: readonly Answered[] };

const pages = new WeakMap<EntityCache, Map<string, Connection>>();

/** The first replies to a comment, as they came with the page of comments that it stands on. */
export const repliesOf = (cache: EntityCache, id: string): Connection | undefined => pages.get(cache)?.get(id);

/** Keeps the replies that came with a page of comments, at every depth, for the comments to start from. */
export function keepReplies(cache: EntityCache, { nodes }: RepliedConnection): void {
  const known = pages.get(cache) ?? new Map<string, Connection>();
  pages.set(cache, known);
  for (const { id, comments } of nodes) {
    if (!comments) continue;
    known.set(id, comments);
    keepReplies(cache, comments);
  }
}
